import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { en } from '#shared/messages/en'

/** A node of the syntax tree, as far as this test looks at one. */
interface Node {
  readonly type: string
  readonly start: number
  readonly [part: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const SPOKEN =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|hint|say|margin)$|(Label|Word)$/
// What is printed on a key is no word; neither is a name that a program knows.
const KEY = /^(F\d+|Esc|Enter|Backspace|Ctrl [A-Z]|[A-Z])$/
// 'Show all', 'Add a date.': a capital, then more words.
const SENTENCE = /^[A-Z][a-z’]+,? ([a-z’]+[ .,:…?]?)+/
const LETTER = /\p{L}/u

const textOf = (node: Node): string | null => {
  if (node.type === 'JSXText') return String(node['value'])
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TemplateElement') return (node['value'] as { raw: string }).raw
  return null
}

/** What an expression may come out as: both ends of a condition, both sides of a plus or an `||`, the parts of a template. */
function resultsOf(node: Node): readonly Node[] {
  const of = (...parts: readonly string[]) => parts.flatMap((part) => (isNode(node[part]) ? resultsOf(node[part]) : []))
  if (node.type === 'JSXExpressionContainer') return of('expression')
  if (node.type === 'ConditionalExpression') return of('consequent', 'alternate')
  if (node.type === 'LogicalExpression') return node['operator'] === '&&' ? of('right') : of('left', 'right')
  if (node.type === 'BinaryExpression' && node['operator'] === '+') return of('left', 'right')
  if (node.type === 'TemplateLiteral') return (node['quasis'] as readonly Node[]).flatMap(resultsOf)
  return textOf(node) === null ? [] : [node]
}

/** Everything in a source that a person would read and that no message says, by its line. */
function wordsIn(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read`)
  const found: string[] = []
  const say = (node: Node) => {
    const text = textOf(node)?.trim() ?? ''
    if (LETTER.test(text) && !KEY.test(text)) found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${text}`)
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isNode(value)) return
    const { type } = value
    // An exception is a fault of the program: no person reads it. Types are not shown.
    if (type === 'NewExpression' || type === 'ImportDeclaration' || (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(type)))
      return
    if (type === 'JSXElement' || type === 'JSXFragment') (value['children'] as readonly Node[]).flatMap(resultsOf).forEach(say)
    if (type === 'JSXAttribute') {
      const { name } = value['name'] as { name: unknown }
      if (typeof name === 'string' && SPOKEN.test(name) && isNode(value['value'])) resultsOf(value['value']).forEach(say)
    }
    // `{ label: 'Board' }` and `openLabel = 'Show all'`.
    if (type === 'Property' || type === 'AssignmentPattern') {
      const name = isNode(value['key']) ? value['key']['name'] : isNode(value['left']) ? value['left']['name'] : undefined
      const said = type === 'Property' ? value['value'] : value['right']
      if (typeof name === 'string' && SPOKEN.test(name) && isNode(said))
        resultsOf(said)
          .filter((node) => /^[A-Z]/.test(textOf(node) ?? ''))
          .forEach(say)
    }
    if (type === 'Literal' && SENTENCE.test(textOf(value) ?? '')) say(value)
    Object.values(value).forEach(visit)
  }
  visit(program)
  return [...new Set(found)]
}

const files = [...globSync('renderer/**/*.{ts,tsx}'), ...globSync('electron/**/*.ts')]

test('every word on the screen comes from the messages', () => {
  expect(files.flatMap((file) => wordsIn(file, readFileSync(file, 'utf8')))).toEqual([])
})

test.each([
  ['<p>Show all</p>', ['Show all']],
  ['<p>{open ? "open" : t("shut")}</p>', ['open']],
  ['<p>{`due ${when}`}</p>', ['due']],
  ['<input aria-label="Date" className="input" placeholder={"today"} />', ['Date', 'today']],
  ['<Box label={t("a.b")} title={name || "No name"} />', ['No name']],
  ['<kbd>F1</kbd>', []],
  ['<p>{t("a.b")}, <b>{name}</b>.</p>', []],
])('%s', (jsx, words) => {
  expect(wordsIn('piece.tsx', `const Piece = ({ openLabel }) => ${jsx}`).map((line) => line.replace(/^\S+ /, ''))).toEqual(words)
})

test('a default and a property are seen too', () => {
  const source = `const Piece = ({ openLabel = 'Show all', look = 'Plain' }) => null\nconst pages = [{ label: 'Board', kind: 'Board' }]\nthrow new Error('Never to be seen by a person')`
  expect(wordsIn('piece.tsx', source)).toEqual(['piece.tsx:1 Show all', 'piece.tsx:2 Board'])
})

const leaves = (node: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[here, value] as const] : leaves(value as object, here)
  })

// words.md, rule 7: what a new hire would have to ask about.
const NEVER = /\b(somebody|nobody|anybody|everybody|whoever|anew|of hers|the book|this PC|came of it|e\.g|i\.e|etc|via)\b|!/iu

test('no message has a word that a new hire would have to ask about', () => {
  expect(leaves(en).filter(([, text]) => NEVER.test(text))).toEqual([])
})
