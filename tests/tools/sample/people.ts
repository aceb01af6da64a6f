import type { Chance } from './chance'

/** Invented people of many languages. Nobody here is or was anybody. */

interface Tongue {
  readonly language: string
  readonly interpreter: 'none' | 'needed' | 'not_from_her_community'
  readonly given: readonly string[]
  readonly family: readonly string[]
}

const TONGUES: readonly (readonly [number, Tongue])[] = [
  [
    30,
    {
      language: 'English',
      interpreter: 'none',
      given: [
        'Carys',
        'Dawn',
        'Elspeth',
        'Fern',
        'Gwen',
        'Hollis',
        'Imogen',
        'Juniper',
        'Keira',
        'Leonie',
        'Maren',
        'Philippa',
        'Rhona',
        'Tamsin',
      ],
      family: [
        'Ashdown',
        'Birchall',
        'Corrigan',
        'Dunmore',
        'Everley',
        'Fairweather',
        'Greenlaw',
        'Hartnell',
        'Larkin',
        'Marlowe',
        'Quayle',
        'Thorne',
      ],
    },
  ],
  [
    10,
    {
      language: 'French',
      interpreter: 'none',
      given: ['Anaïs', 'Bérénice', 'Chloé', 'Éloïse', 'Françoise', 'Ghislaine', 'Maëlle', 'Océane'],
      family: ['Beauséjour', 'Côté-Lavoie', 'Desrochers', 'Gagné', 'Lépine', 'Thériault'],
    },
  ],
  [
    6,
    {
      language: 'Plains Cree',
      interpreter: 'none',
      given: ['Kiona', 'Nimîpiy', 'Sâkihiwê', 'ᓂᒦᐱᔾ'],
      family: ['Blue Quill', 'Cardinal-Moss', 'Two Rivers', 'ᑲᓂᑲᒧᐟ'],
    },
  ],
  [
    6,
    {
      language: 'Dari',
      interpreter: 'needed',
      given: ['Farishta', 'Nasrin', 'Parwana', 'Zarghuna', 'فرشته', 'نسرین'],
      family: ['Amani', 'Nuri', 'Rahimi', 'Sadozai', 'نوری', 'امانی'],
    },
  ],
  [
    6,
    {
      language: 'Arabic',
      interpreter: 'needed',
      given: ['Amal', 'Hanan', 'Layla', 'Rim', 'أمل', 'ليلى', 'حنان'],
      family: ['al-Khatib', 'Haddad', 'Mansour', 'منصور', 'حداد'],
    },
  ],
  [
    6,
    {
      language: 'Ukrainian',
      interpreter: 'needed',
      given: ['Bohdana', 'Olesia', 'Zoriana', 'Оксана', 'Зоряна', 'Марічка'],
      family: ['Hnatiuk', 'Kovalska', 'Мельник', 'Шевчук'],
    },
  ],
  [
    5,
    {
      language: 'Tagalog',
      interpreter: 'none',
      given: ['Luzviminda', 'Marisol', 'Rosalinda'],
      family: ['Bautista', 'Dela Peña', 'Macaraeg'],
    },
  ],
  [
    5,
    {
      language: 'Punjabi',
      interpreter: 'not_from_her_community',
      given: ['Harleen', 'Jasmeet', 'Simran', 'ਸਿਮਰਨ', 'ਜਸਮੀਤ'],
      family: ['Brar', 'Gill', 'Sandhu', 'ਸੰਧੂ'],
    },
  ],
  [
    4,
    {
      language: 'Somali',
      interpreter: 'needed',
      given: ['Faduma', 'Hodan', 'Ifrah', 'Sagal'],
      family: ['Abdi Warsame', 'Cali Nuur', 'Jaamac'],
    },
  ],
  [4, { language: 'Tigrinya', interpreter: 'needed', given: ['Selam', 'Winta', 'ሰላም', 'ብርክቲ'], family: ['Haile', 'Tesfay', 'ሃይለ'] }],
  [4, { language: 'Vietnamese', interpreter: 'needed', given: ['Diễm', 'Hồng', 'Thảo', 'Yến'], family: ['Đặng', 'Huỳnh', 'Nguyễn', 'Võ'] }],
  [4, { language: 'Mandarin', interpreter: 'needed', given: ['Meilin', 'Xiulan', '美玲', '秀兰'], family: ['Deng', 'Xie', '谢', '邓'] }],
  [
    3,
    { language: 'Spanish', interpreter: 'none', given: ['Begoña', 'Inmaculada', 'Ximena'], family: ['Iñíguez', 'Muñoz Rey', 'Peñalver'] },
  ],
  [3, { language: 'Polish', interpreter: 'none', given: ['Bożena', 'Jagoda', 'Łucja'], family: ['Dąbrowska', 'Śliwińska', 'Żurek'] }],
  [2, { language: 'Korean', interpreter: 'needed', given: ['Haneul', '하늘', '은서'], family: ['Seo', '서', '강'] }],
  [2, { language: 'Greek', interpreter: 'none', given: ['Ifigenia', 'Ευγενία'], family: ['Karavas', 'Παππά'] }],
  [2, { language: 'Hindi', interpreter: 'needed', given: ['Kavita', 'सुनीता', 'कविता'], family: ['Joshi', 'शर्मा'] }],
  [2, { language: 'Turkish', interpreter: 'needed', given: ['Gülşen', 'İpek', 'Özlem'], family: ['Çınar', 'Yıldız'] }],
]

/** Aliases as the office gives them to somebody who should not be written down by name. */
const ALIASES = [
  'Wren',
  'Heron',
  'Plover',
  'Juncos',
  'Sorrel',
  'Tansy',
  'Linnet',
  'Alder',
  'Marten',
  'Larkspur',
  'Teal',
  'Sedge',
  'Bracken',
  'Finch',
  'Osprey',
]

export interface Invented {
  readonly name: string
  readonly alias: string
  readonly language: string
  readonly interpreter: Tongue['interpreter']
  readonly phone: string
}

/** The `nth` person: no two have the same telephone number. */
export function inventPerson(chance: Chance, nth: number): Invented {
  const { language, interpreter, given, family } = chance.weighted(TONGUES)
  const name = `${chance.pick(given)} ${chance.pick(family)}`
  const initials = chance.likely(0.06)
  return {
    name: initials ? `${String.fromCharCode(65 + chance.between(0, 25))}. ${String.fromCharCode(65 + chance.between(0, 25))}.` : name,
    alias: chance.likely(0.07) ? chance.pick(ALIASES) : '',
    language,
    interpreter,
    phone: phoneOf(chance, nth),
  }
}

/** 7,919 has no factor in common with 10,000, so the last four digits walk through all of them before one comes again. */
export const phoneOf = (chance: Chance, nth: number): string =>
  `${chance.pick(['780', '587', '825', '403'])} 555 ${String((nth * 7_919 + 1_234) % 10_000).padStart(4, '0')}`
