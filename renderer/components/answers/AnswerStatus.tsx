/** "Not known" appears beside several fields, so screen readers are told which one is meant. */
export function AnswerStatus({ word, subject }: { readonly word: string; readonly subject: string }) {
  return (
    <>
      <span aria-hidden="true">{word}</span>
      <span className="hidden">{`${word}: ${subject}`}</span>
    </>
  )
}
