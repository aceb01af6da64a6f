import { describe, expect, test } from 'vitest'
import { listNameWords, listSearchWords, listWholeNames, toSound } from '#shared/domain/person/name-words'

describe('the words of a name (H14)', () => {
  test.each([
    ["Niamh O'Brien", ['niamh', 'obrien']],
    ['Anne-Marie  Ferro,', ['annemarie', 'ferro']],
    ['- Ana', ['ana']],
    ['…', []],
  ])('%s is compared by %j', (name, words) => expect(listNameWords(name)).toEqual(words))

  test.each([
    ["Niamh O'Brien", ['niamh', 'o', 'brien', 'obrien', 'niamhobrien']],
    ['Anne Marie', ['anne', 'marie', 'annemarie']],
    ['A B C', ['a', 'b', 'c', 'ab', 'bc']],
    ['Ana', ['ana']],
    ['', []],
  ])('%s is found under %j', (name, words) => expect(listSearchWords(name)).toEqual(words))

  test.each([
    ['Ferro Ana', ['anaferro']],
    ["O'Brien Niamh", ['niamhobrien', 'brienniamho']],
    ['Maria-Jose Perez', ['mariajoseperez', 'josemariaperez']],
    ['', ['']],
  ])('%s is whole as %j', (name, whole) => expect(listWholeNames(name)).toEqual(whole))

  test.each([
    ['lea', 'L ea'],
    ['leah', 'L ea'],
    ['leo', 'L eo'],
    ['anna', 'AN a'],
    ['annia', 'AN aia'],
    ['katherine', 'K0RN'],
    ['catherine', 'K0RN'],
    ['fatima', 'FTM'],
    ['42', ''],
  ])('%s sounds like %j', (word, sound) => expect(toSound(word)).toBe(sound))
})
