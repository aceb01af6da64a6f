import { expect, test } from 'vitest'
import { formatInitials } from '../../../electron/storage/person/people'

test.each([
  ['Amal Rahimi', 'A. R.'],
  ['Ana (called Nina)', 'A.'],
  ['Ana Ferro (Nina', 'A. F.'],
  ['(Nina)', 'N.'],
  ['“Wren” Castellan', 'W. C.'],
  ['👩‍👧 Ana', '👩‍👧. A.'],
  ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦.'],
  ['Žoë-Ann', 'Ž.'],
  ['Zoe\u0308', 'Z.'],
  ['É. b.', 'É. B.'],
  ['7 of nine', '7. O. N.'],
  ['one two three four five', 'O. T. T. F.'],
  ['أمل رحيمي', 'أ. ر.'],
])('the initials of %s are %s', (name, initials) => expect(formatInitials(name)).toBe(initials))
