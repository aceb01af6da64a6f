import { createScratchOffice } from './scratch-office'

/** An office with the workers Tamsin and Ruth, and two handoffs of Tamsin's. */
export async function createOfficeWithTwo() {
  const office = createScratchOffice()
  const tamsin = office.worker('Tamsin')
  const ruth = office.worker('Ruth')
  const partner = await office.partner('Northgate Clinic')
  const createHandoff = (name: string, assignedTo = tamsin) =>
    office.createHandoff(partner, { person: { kind: 'new', name, alias: '' }, assignedTo })
  const first = await createHandoff('Wren Castellan')
  const second = await createHandoff('Ottoline Marsh')
  const readOwner = async (id: typeof first) => (await office.must('handoff.read', { id })).assignedTo.name
  return { office, tamsin, ruth, refer: createHandoff, first, second, ownerOf: readOwner }
}
