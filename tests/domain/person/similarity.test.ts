import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listPhoneKeys, listPhoneNumbersIn } from '#shared/domain/person/phone-keys'
import { findSimilarity, type IdentityClues } from '#shared/domain/person/similarity'
import { foldName, toInitials, toConsonants } from '#shared/domain/person/name-words'

const known = (name: string, ...phones: string[]): IdentityClues => ({ names: [name], phones })
const similar = (typed: string, other: string) => findSimilarity(known(typed), known(other))

describe('similar records while typing (H3)', () => {
  test.each([
    ['Zoë Łukasz', 'zoe lukasz'],
    ['NÚÑEZ, María-José', 'Nunez Maria Jose'],
    ['Đặng Thị Hà', 'dang thi ha'],
    ['Zoe\u0308', 'Zoë'],
    ['ＡＭＡＬ', 'Amal'],
    ['Straße', 'strasse'],
    ['O’Brien', "o'brien"],
  ])('%s and %s are the same name across accents, case and width', (typed, other) => expect(similar(typed, other)).toBe('same_name'))

  test.each([
    ['أمل', 'Amal'],
    ['Амаль', 'Amal'],
    ['سارة', 'Sara'],
    ['Наталія', 'Natalia'],
    ['Μαρία', 'Maria'],
  ])('%s and %s are one name in two scripts', (typed, other) => {
    expect(similar(typed, other)).toBe('other_script')
    expect(similar(other, typed)).toBe('other_script')
  })

  test.each([
    ['Amal', 'Amal Haddad', 'name_alike'],
    ['Amal K.', 'Amal Haddad', 'name_alike'],
    ['Catherine', 'Katherine', 'name_alike'],
    ['Fatima', 'Fatema', 'name_alike'],
    ['A. H.', 'Amal Haddad', 'same_initials'],
    ['AH', 'A. H.', 'same_name'],
    ['A', 'A', null],
    ['', '', null],
    ['Ruth', 'Miriam', null],
    ['—', '…', null],
  ] as const)('%s and %s: %s', (typed, other, reason) => expect(similar(typed, other)).toBe(reason))

  test.each([
    ['Khadija', 'Qadija'],
    ['Becky', 'Beky'],
    ['Philippa', 'Filippa'],
    ['Wahida', 'Ouahida'],
    ['Sabbah', 'Sabah'],
    ['Amy', 'Amy Lee'],
  ])('%s and %s are one name as different people write it', (typed, other) => expect(similar(typed, other)).toBe('name_alike'))

  test.each([
    ['Ana', 'Una', 'one consonant is too little'],
    ['Аня', 'Ana', 'so it is across scripts'],
    ['Al', 'Al Smith', 'two letters are too little for a first name'],
    ['ABCD', 'Anna Bea Cole Dole', 'four letters are no initials'],
    ['A', 'Anna', 'one letter is no initials'],
    ['AB', 'Anna Cole', 'other initials'],
  ])('%s and %s are not alike: %s', (typed, other) => expect([similar(typed, other), similar(other, typed)]).toEqual([null, null]))

  test.each([
    ['Амаль', 'Ruth'],
    ['Рута', 'Amal Haddad'],
    ['Ruth Amal', 'Miriam Bea'],
    ['R. M.', 'Ruth'],
  ])('%s and %s are two names, in whatever script', (typed, other) =>
    expect([similar(typed, other), similar(other, typed)]).toEqual([null, null]),
  )
  test('whole names are no initials, though they share them', () => expect(similar('Ruth Miller', 'Rose Maier')).toBeNull())
  test('the first name alone decides across scripts, whatever the second', () => expect(similar('أمل', 'Amal Haddad')).toBe('other_script'))

  test('two or three letters may be initials, with blanks or without', () => {
    expect([similar('Li', 'LI'), similar('A B C', 'Anna Bea Cole'), similar('Anna Bea', 'a. b.')]).toEqual([
      'same_name',
      'same_initials',
      'same_initials',
    ])
  })

  test('of several reasons the strongest, whatever the order of the names', () => {
    const names = ['Amal Haddad', 'A. H.', 'Bird']
    expect(findSimilarity({ names: ['A. H.', 'Amal'], phones: [] }, { names: ['Amal Haddad'], phones: [] })).toBe('name_alike')
    expect(findSimilarity({ names, phones: [] }, { names: ['Amal', 'bird'], phones: [] })).toBe('same_name')
    expect(findSimilarity({ names: [], phones: ['780 555 0142'] }, { names, phones: ['780 555 0199', '555 0142'] })).toBe('same_number')
  })

  test('an alias counts like a name', () => {
    expect(findSimilarity({ names: ['Bird'], phones: [] }, { names: ['Amal Haddad', 'Bird'], phones: [] })).toBe('same_name')
  })
  test('the strongest reason is said first', () => {
    expect(findSimilarity(known('Amal', '780 555 0142'), known('Amal', '(780) 555-0142'))).toBe('same_number')
  })
  test('it is the same both ways', () => {
    for (const [one, two] of [
      ['Amal', 'أمل'],
      ['Amal', 'Amal Haddad'],
      ['A. H.', 'Amal Haddad'],
      ['A. B. C.', 'Anna Bea Cole'],
      ['Ruth', 'Amal'],
    ] as const)
      expect(similar(one, two)).toBe(similar(two, one))
  })
})

describe('"is this somebody we know?" (H14)', () => {
  const bothWays = (one: string, other: string) => [similar(one, other), similar(other, one)]

  test.each([
    ['Ferro Ana', 'Ana Ferro'],
    ['Yusuf, Amina', 'Amina Yusuf'],
    ['OBrien', "O'Brien"],
    ['O’Brien', 'OBrien'],
    ['annemarie', 'Anne-Marie'],
    ['Anne Marie', 'Anne-Marie'],
    ['Perez Maria-Jose', 'María José Pérez'],
    ['AL-SAYED', 'Al Sayed'],
    ['Nguyễn Thị Hà', 'Ha Nguyen Thi'],
    ['JosÉ', 'jose'],
  ])('%s is %s, whatever the order, apostrophes, hyphens and blanks', (typed, stored) =>
    expect(bothWays(typed, stored)).toEqual(['same_name', 'same_name']),
  )

  test.each([
    ['Anna Ferro', 'Ana Ferro'],
    ['Ahna Ferro', 'Ana Ferro'],
    ['Ferro', 'Ana Ferro'],
    ['Lea', 'Leah'],
    ['Ayesha', 'Aisha'],
    ['Catherine', 'Katherine'],
    ['Jose Perez', 'Maria Jose Perez'],
    ['Kath', 'Katherine Moss'],
    ['Mohamed', 'Muhammad'],
    ['Sarah', 'Sara'],
    ['Jon', 'John'],
    ['Fatema', 'Fatima Noor'],
    ['Stefan', 'Stephen'],
  ])('%s may be %s: doubled letters, short forms, sound-alikes, some of the words', (typed, stored) =>
    expect(bothWays(typed, stored)).toEqual(['name_alike', 'name_alike']),
  )

  test.each([
    ['Lea', 'Leo'],
    ['Lea', 'Lou'],
    ['Ana', 'Una'],
    ['Amal', 'Amy'],
    ['Mona', 'Nina'],
    ['Ruth Ferro', 'Ana Perez'],
    ['Li', 'Lin'],
    ['Noor', 'Nadia'],
  ])('%s and %s are two names', (typed, stored) => expect(bothWays(typed, stored)).toEqual([null, null]))

  test('it is the same both ways, and a name is always itself, whatever is typed', () => {
    const word = fc.oneof(
      fc.constantFrom('Ana', 'Anna', "O'Brien", 'Anne-Marie', 'أمل', 'Амаль', 'Li', 'A.', 'Katherine', 'José', 'Ferro,'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(similar(one, other)).toBe(similar(other, one))
      }),
    )
    fc.assert(
      fc.property(name, (one) => {
        if (foldName(one).length < 2) return
        expect(similar(one, one)).toBe('same_name')
        expect(similar(one, one.split(' ').toReversed().join(' '))).toBe('same_name')
        expect(similar(one.toUpperCase(), one.normalize('NFD'))).not.toBeNull()
      }),
    )
  })
})

describe('numbers as people write them (H14)', () => {
  const same = (one: string, other: string) => [
    findSimilarity(known('Ruth', one), known('Amal', other)),
    findSimilarity(known('Amal', other), known('Ruth', one)),
  ]
  test.each([
    ['+1 (416) 555-0105', '416 555 0105'],
    ['416 555 0112 ext 12', '416 555 0112'],
    ['416 555 0112 x9', '416-555-0112 ext. 12'],
    ['416 555 0112 or 780 555 0199', '780 555 0199'],
    ['416 555 0112 / 780 555 0199', '(416) 555 0112'],
    ['+44 20 7946 0958', '020 7946 0958'],
    ['1-780-555-0142', '+1 780 555 0142'],
    ['٧٨٠ ٥٥٥ ٠١٤٢', '780 555 0142'],
    ['555 0142', '780 555 0142'],
    ['780.555.0142', '7805550142'],
  ])('%s and %s are one number', (one, other) => expect(same(one, other)).toEqual(['same_number', 'same_number']))
  test.each([
    ['416 555 0112 ext 12', '416 555 0113 ext 12'],
    ['416 555 0112', '0112'],
    ['911', '911'],
    ['780 555 0142', '780 555 0143'],
  ])('%s and %s are not', (one, other) => expect(same(one, other)).toEqual([null, null]))
  test('a number is stored whole, by its last seven digits and by its last four', () => {
    expect(listPhoneKeys('+1 (416) 555-0105 ext 3')).toEqual(['4165550105', '5550105', '0105'])
    expect(listPhoneKeys('555 0142')).toEqual(['5550142', '0142'])
    expect(listPhoneKeys('911')).toEqual(['911'])
    expect(listPhoneKeys('none')).toEqual([])
    expect(listPhoneNumbersIn('416 555 0112, or 780 555 0199')).toEqual(['4165550112', '7805550199'])
  })
})

describe('phone digits (H3)', () => {
  test.each([
    '+1 780 555-0142',
    '1-780-555-0142',
    '(780) 555 0142',
    '780.555.0142',
    '5550142',
    '７８０ ５５５ ０１４２',
    '٧٨٠ ٥٥٥ ٠١٤٢',
    '۷۸۰ ۵۵۵ ۰۱۴۲',
  ])('%s is the same number however it is written', (written) =>
    expect(findSimilarity(known('Ruth', written), known('Amal', '780-555-0142'))).toBe('same_number'),
  )
  test('a number too short says nothing', () => {
    expect(findSimilarity(known('Ruth', '911'), known('Amal', '911'))).toBeNull()
    expect(findSimilarity(known('Ruth', ''), known('Amal', ''))).toBeNull()
  })
  test('another number is another', () => expect(findSimilarity(known('Ruth', '780 555 0143'), known('Amal', '780 555 0142'))).toBeNull())
})

test('folding leaves ASCII words, the skeleton their consonants, initials their first letters', () => {
  expect([foldName('  Zoë   Ł. '), toInitials('Anna-Maria Öz')]).toEqual(['zoe l', 'amo'])
  expect(toConsonants('Mohammed')).toBe(toConsonants('Muhamad'))
  expect(['Khadija Becky', 'Philippa', 'Wahida Ouahida', 'Aïcha'].map(toConsonants)).toEqual(['kdj bk', 'flp', 'vd vd', 'c'])
  expect([toConsonants('A. Haddad'), toConsonants('Aya'), toInitials('—')]).toEqual(['d', '', ''])
})
test('a name of ten thousand characters is folded like any other', () =>
  expect(findSimilarity(known('é'.repeat(10_000)), known('e'.repeat(10_000)))).toBe('same_name'))
