import type { Form } from '../../office/form'

/** What was refused and belongs to no field; read aloud as it comes. */
export const FormFailure = ({ form }: { readonly form: Pick<Form<object>, 'failure'> }) =>
  !form.failure ? null : (
    <p className="error" role="alert">
      {form.failure}
    </p>
  )
