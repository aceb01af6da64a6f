/** The first stop of the Tab key on every page: leads past the bars to the page itself. */
export const SkipLink = ({ children }: { readonly children: string }) => (
  <a
    className="skip"
    href="#main"
    onClick={(event) => {
      event.preventDefault()
      document.getElementById('main')?.focus()
    }}
  >
    {children}
  </a>
)
