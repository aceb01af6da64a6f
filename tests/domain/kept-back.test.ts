import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartnerId } from '#shared/domain/ids'
import { keptFrom, lettersIn, STRUCK, strikeOut, type KeptBack } from '#shared/domain/kept-back'
import { fold } from '#shared/domain/likeness'

const seen = (text: string, word: string) => text.split(STRUCK).some((part) => fold(part).includes(fold(word)))

describe('what she keeps back is struck out (M5)', () => {
  test.each([
    ['She worked at Larch Court until May.', 'Larch Court', `She worked at ${STRUCK} until May.`],
    ['LARCH   court, she says', 'larch court', `${STRUCK}, she says`],
    ['Larch\ncourt', 'Larch Court', STRUCK],
    ['larchcourt and Larch-Court', 'Larch Court', `${STRUCK} and ${STRUCK}`],
    ['her son Žoë-Ann', 'zoe ann', `her son ${STRUCK}`],
    ['Zoe\u0308s bag', 'Zoë', `${STRUCK}s bag`],
    ['ＬＡＲＣＨ', 'Larch', STRUCK],
    ['Straßenfest', 'strasse', `${STRUCK}nfest`],
    ['Она Наталия', 'Nataliya', `Она ${STRUCK}`],
    ['La\u00ADrch, La\u200Drch', 'Larch', `${STRUCK}, ${STRUCK}`],
    ['call 780-555-0199 or (780) 5550199', '7805550199', `call ${STRUCK} or (${STRUCK}`],
    ['pregnant, unpregnantly', 'pregnant', `${STRUCK}, un${STRUCK}ly`],
    ['مريضة اليوم', 'مريضة', `${STRUCK} اليوم`],
  ])('in %j, %j is not read any more', (text, word, struck) => expect(strikeOut(text, [word])).toBe(struck))

  test('a piece on either side of a mark makes no word of its own', () => {
    const once = strikeOut('la--secret--rch', ['secret'])
    expect(strikeOut(once, ['secret', 'larch'])).toBe(once)
  })

  test('one mark stands for two words that overlap', () =>
    expect(strikeOut('Larch Court Road', ['Larch Court', 'court road'])).toBe(STRUCK))

  test.each(['', 'a', '…', ' é ', '👍👍'])('%j is too short to be struck out', (words) => {
    expect(lettersIn(words)).toBeLessThan(2)
    expect(strikeOut('a é … 👍👍', [words])).toBe('a é … 👍👍')
  })

  test('from everybody is kept back in the house as well; from one partner only there, and on paper', () => {
    const [one, other] = ['one' as PartnerId, 'other' as PartnerId]
    const items: readonly KeptBack[] = [
      { words: 'all', partnerId: null },
      { words: 'hers', partnerId: one },
    ]
    expect(keptFrom(items, null)).toEqual(['all'])
    expect(keptFrom(items, one)).toEqual(['all', 'hers'])
    expect(keptFrom(items, other)).toEqual(['all'])
    expect(keptFrom(items, 'paper')).toEqual(['all', 'hers'])
  })
})

const word = fc.oneof(
  fc.constantFrom('Larch Court', 'Žoë', '7805550199', 'Straße', 'אמל', 'ab', 'Наталія', '東京', 'a1', 'aba'),
  fc.string({ unit: 'grapheme', minLength: 2, maxLength: 12 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 2, maxLength: 12 }),
)
/** As people write: letters with their accents in one script or another, digits, and what stands between words. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\n -~▬]*$/u
const isPlain = (words: string) => PLAIN.test(words) && fold(words).length > 1
/** Spelled otherwise: what a tired hand or another keyboard makes of it. */
const spelled = (words: string) =>
  fc.constantFrom(
    words,
    words.toUpperCase(),
    words.normalize('NFD'),
    words.normalize('NFKC'),
    words.replaceAll(' ', '  \n'),
    isPlain(words) ? fold(words) : words,
    `x${words}y`,
    `${words}${words}`,
  )
const told = word.chain((kept) =>
  fc.record({
    kept: fc.constant(kept),
    others: fc.array(word, { maxLength: 2 }),
    text: fc
      .array(
        fc.oneof(
          spelled(kept),
          fc.string({ unit: 'grapheme', maxLength: 8 }),
          fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
          fc.constantFrom(STRUCK, ' ', '-', 'ab'),
        ),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join('')),
  }),
)

describe('laws of striking out (M5)', () => {
  // Seed -795416349: a word with a bar in it was kept back and never met again.
  test('words that hold what is struck out already are none: they could not be met again', () => {
    expect(lettersIn(`${STRUCK} Street`)).toBe(0)
    expect(lettersIn('Ꜩ▬𓋳侀')).toBe(0)
  })

  test('no spelling of a word that she keeps back is left', () => {
    fc.assert(
      fc.property(told, ({ kept, others, text }) => {
        fc.pre(lettersIn(kept) > 1)
        const out = strikeOut(text, [kept, ...others])
        expect(out.split(STRUCK).some((part) => part.includes(kept))).toBe(false)
        if (isPlain(kept) && PLAIN.test(text)) expect(seen(out, kept)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('struck out once is struck out: the order and a second time change nothing', () => {
    fc.assert(
      fc.property(told, ({ kept, others, text }) => {
        const out = strikeOut(text, [kept, ...others])
        expect(strikeOut(out, [kept, ...others])).toBe(out)
        expect(strikeOut(text, [...others, kept])).toBe(out)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a text without them is as it was, and nothing but the marks is ever put in', () => {
    fc.assert(
      fc.property(told, ({ kept, text: typed }) => {
        const text = typed.replaceAll('▬', '')
        const out = strikeOut(text, [kept])
        if (!out.includes(STRUCK)) expect(out).toBe(text)
        const left = out.split(STRUCK)
        let at = 0
        for (const part of left) {
          at = text.indexOf(part, at)
          expect(at).toBeGreaterThanOrEqual(0)
          at += part.length
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
