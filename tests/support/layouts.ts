import type { KeyPress } from '../../renderer/ui/commands'

const LETTERS = ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM'] // prettier-ignore
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => `Digit${digit}`)

interface Layout {
  /** What the 26 places write that carry q to p, a to l, z to m on an English keyboard, in this order. */
  readonly letters: readonly string[]
  /** What the row of digits writes from 1 to 0 without Shift. */
  readonly digits: readonly string[]
  /** Where the question mark is, and what that press writes. */
  readonly question: Pick<KeyPress, 'key' | 'code'>
}
const layout = (letters: string, digits: string, question: string, code: string): Layout => ({
  letters: letters.split(' '),
  digits: digits.split(' '),
  question: { key: question, code },
})
const PLAIN = '1 2 3 4 5 6 7 8 9 0'

/** Keyboards of the people who work here, as their places write. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  English: layout('q w e r t y u i o p a s d f g h j k l z x c v b n m', PLAIN, '?', 'Slash'),
  'Canadian French': layout('q w e r t y u i o p a s d f g h j k l z x c v b n m', PLAIN, '?', 'Digit6'),
  German: layout('q w e r t z u i o p a s d f g h j k l y x c v b n m', PLAIN, '?', 'Minus'),
  French: layout('a z e r t y u i o p q s d f g h j k l w x c v b n ,', '& é " \' ( - è _ ç à', '?', 'KeyM'),
  Dvorak: layout("' , . p y f g c r l a o e u i d h t n ; q j k x b m", PLAIN, '?', 'BracketLeft'),
  Turkish: layout('q w e r t y u ı o p a s d f g h j k l z x c v b n m', PLAIN, '?', 'Minus'),
  Ukrainian: layout('й ц у к е н г ш щ з ф і в а п р о л д я ч с м и т ь', PLAIN, '?', 'Digit7'),
  Arabic: layout('ض ص ث ق ف غ ع ه خ ح ش س ي ب ل ا ت ن م ئ ء ؤ ر لا ى ة', '١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠', '؟', 'Slash'),
  Persian: layout('ض ص ث ق ف غ ع ه خ ح ش س ی ب ل ا ت ن م ظ ط ز ر ذ د پ', '۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰', '؟', 'Slash'),
  Hebrew: layout("/ ' ק ר א ט ו ן ם פ ש ד ג כ ע י ח ל ך ז ס ב ה נ מ צ", PLAIN, '?', 'Slash'),
  Greek: layout('; ς ε ρ τ υ θ ι ο π α σ δ φ γ η ξ κ λ ζ χ ψ ω β ν μ', PLAIN, '?', 'Slash'),
  Hindi: layout('ौ ै ा ी ू ब ह ग द ज ो े ् ि ु प र क त ॆ ं म न व ल स', '१ २ ३ ४ ५ ६ ७ ८ ९ ०', '?', 'Slash'),
}

/** How somebody with this keyboard presses what stands on a button. */
export function pressOn(name: string, press: KeyPress): KeyPress {
  const { letters, digits, question } = LAYOUTS[name] as Layout
  if (press.key === '?') return { ...press, ...question }
  if (press.code.startsWith('Digit')) return { ...press, key: digits[DIGITS.indexOf(press.code)] ?? '' }
  if (!press.code.startsWith('Key')) return press
  // The place that writes the letter; where the keyboard has no Latin letters, the place that has it in English.
  const at = letters.indexOf(press.key)
  // French M and Dvorak S are written beside the 26 places.
  if (at < 0 && letters.includes('a')) return { ...press, code: 'Semicolon' }
  const place = at >= 0 ? at : LETTERS.indexOf(press.code)
  return { ...press, key: letters[place] ?? '', code: LETTERS[place] ?? '' }
}
