/** "Not known" stands beside several fields: the ear is told of what. */
export function Answered({ word, of }: { readonly word: string; readonly of: string }) {
  return (
    <>
      <span aria-hidden="true">{word}</span>
      <span className="hidden">{`${word}: ${of}`}</span>
    </>
  )
}
