import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import anyAscii from 'any-ascii'
import { cleanLine, cleanText, toDigits, toPhoneKey } from '#shared/domain/core/text'
import { scaleRuns } from '../../support/domain/run-count'

describe('what a person typed (X1)', () => {
  test.each([
    ['NUL', 'a\u0000b'],
    ['half a character at the end', 'a\uD83D'],
    ['half a character first', '\uDE00a'],
    ['two halves in the wrong order', '\uDE00\uD83D'],
  ])('%s is refused', (_name, raw) => {
    expect([cleanLine(raw), cleanText(raw)]).toEqual([null, null])
  })
  test('a whole character outside the plane stays', () => expect(cleanLine('😀 𐍈')).toBe('😀 𐍈'))
  test('it is NFC, also where something was taken out between a letter and its accent', () => {
    expect(cleanLine('Zoe\u0308')).toBe('Zo\u00EB')
    expect(cleanLine('Zoe\u202E\u0308')).toBe('Zo\u00EB')
    expect(cleanText('Zoe\u0007\u0308')).toBe('Zo\u00EB')
  })
  test('bidi overrides and control characters are taken out, marks that are spelling stay', () => {
    expect(cleanLine('\u202Eabc\u202C \u2066d\u2069\u0007\u009F\uFEFF')).toBe('abc d')
    expect(cleanLine('می\u200Cخواهم \u200Fא\u200E')).toBe('می\u200Cخواهم \u200Fא\u200E')
  })
  test.each(['\u200B', '\u2800', '\u3164', '\u00AD', '\u200D', '\u2060', '\u00A0\u200B', ' \u3000 ', '\uFFA0\u115F', '\u200D\u00AD\u2800'])(
    'what cannot be seen is no text: %j',
    (raw) => expect(cleanLine(raw)).toBe(''),
  )
  test('what cannot be seen stays within what can', () => {
    expect(cleanLine('A\u200DB')).toBe('A\u200DB')
    expect(cleanLine('👩\u200D👧')).toBe('👩\u200D👧')
  })
  test('one line: breaks, tabs and runs of blanks become one blank', () => {
    expect(cleanLine('  a\tb\r\nc\n\n d\u2028e\u0085f\u000Bg  ')).toBe('a b c d e f g')
    expect(cleanLine(' \n\t ')).toBe('')
  })
  test('several lines: every kind of break becomes a line feed, blanks inside stay', () => {
    expect(cleanText('a\r\nb\rc\n\nd  e\u2028f\u2029g\u0085h\n')).toBe('a\nb\nc\n\nd  e\nf\ng\nh')
    expect(cleanText('a\u202Eb\vc\fd')).toBe('ab\nc\nd')
    expect(cleanText('\tindented\tonce')).toBe('indented\tonce')
  })
  test('digits are found in every script, and the rest left out', () => {
    expect(toDigits('+1 (780) 555-01.42 ext')).toBe('17805550142')
    expect(toDigits('٧٨٠ ۵۵۵ ０１４２ ५')).toBe('78055501425')
    expect(toDigits('none')).toBe('')
  })

  test('every decimal digit of Unicode is the digit that it is', () => {
    for (let code = 0; code < 0x1_ff_ff; code += 1) {
      const digit = String.fromCodePoint(code)
      if (/^\p{Nd}$/u.test(digit) && anyAscii(digit) !== '') expect([code, toDigits(digit)]).toEqual([code, anyAscii(digit)])
    }
  })
})

describe('laws', () => {
  const raw = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', 'e', '\u0301', '\u202E', '\u0007', '\u2028', '\uFEFF', '\u0344', '\u200D'),
    }),
  )
  test.each([
    ['cleanLine', cleanLine],
    ['cleanText', cleanText],
  ] as const)('%s twice is the same as once, is NFC, and holds nothing that was to be taken out', (name, clean) => {
    fc.assert(
      fc.property(raw, (text) => {
        const once = clean(text)
        if (once === null) return
        expect(clean(once)).toBe(once)
        expect(once.normalize('NFC')).toBe(once)
        // eslint-disable-next-line no-control-regex
        expect(once).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/)
        if (name === 'cleanLine') expect(once).not.toMatch(/[\t\n]| {2}/)
      }),
      { numRuns: scaleRuns(1_000) },
    )
  })
  test('neither ever throws, on any string of UTF-16 units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        (units) => void [cleanLine, cleanText, toDigits].map((clean) => clean(String.fromCharCode(...units))),
      ),
    )
  })
})

test('two numbers have one key when their last seven digits agree; a number too short has none', () => {
  expect([toPhoneKey('911'), toPhoneKey('555 014'), toPhoneKey('555 0142')]).toEqual(['', '', '5550142'])
  expect(toPhoneKey('+1 (780) 555-0142')).toBe(toPhoneKey('٥٥٥٠١٤٢'))
})
