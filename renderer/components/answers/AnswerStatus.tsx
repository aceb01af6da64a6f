/** "Not known" stands beside several fields: the ear is told of what. */
export function AnswerStatus({ word, subject }: { readonly word: string; readonly subject: string }) {
  return (
    <>
      <span aria-hidden="true">{word}</span>
      <span className="hidden">{`${word}: ${subject}`}</span>
    </>
  )
}
