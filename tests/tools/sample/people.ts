import type { RandomSource } from './random'

/** Invented people of many languages. No one here is or was a real person. */

interface SampleLanguage {
  readonly language: string
  readonly interpreter: 'none' | 'needed' | 'not_from_her_community'
  readonly givenNames: readonly string[]
  readonly family: readonly string[]
}

const LANGUAGES: readonly (readonly [number, SampleLanguage])[] = [
  [
    30,
    {
      language: 'English',
      interpreter: 'none',
      givenNames: [
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
      givenNames: ['Anaïs', 'Bérénice', 'Chloé', 'Éloïse', 'Françoise', 'Ghislaine', 'Maëlle', 'Océane'],
      family: ['Beauséjour', 'Côté-Lavoie', 'Desrochers', 'Gagné', 'Lépine', 'Thériault'],
    },
  ],
  [
    6,
    {
      language: 'Plains Cree',
      interpreter: 'none',
      givenNames: ['Kiona', 'Nimîpiy', 'Sâkihiwê', 'ᓂᒦᐱᔾ'],
      family: ['Blue Quill', 'Cardinal-Moss', 'Two Rivers', 'ᑲᓂᑲᒧᐟ'],
    },
  ],
  [
    6,
    {
      language: 'Dari',
      interpreter: 'needed',
      givenNames: ['Farishta', 'Nasrin', 'Parwana', 'Zarghuna', 'فرشته', 'نسرین'],
      family: ['Amani', 'Nuri', 'Rahimi', 'Sadozai', 'نوری', 'امانی'],
    },
  ],
  [
    6,
    {
      language: 'Arabic',
      interpreter: 'needed',
      givenNames: ['Amal', 'Hanan', 'Layla', 'Rim', 'أمل', 'ليلى', 'حنان'],
      family: ['al-Khatib', 'Haddad', 'Mansour', 'منصور', 'حداد'],
    },
  ],
  [
    6,
    {
      language: 'Ukrainian',
      interpreter: 'needed',
      givenNames: ['Bohdana', 'Olesia', 'Zoriana', 'Оксана', 'Зоряна', 'Марічка'],
      family: ['Hnatiuk', 'Kovalska', 'Мельник', 'Шевчук'],
    },
  ],
  [
    5,
    {
      language: 'Tagalog',
      interpreter: 'none',
      givenNames: ['Luzviminda', 'Marisol', 'Rosalinda'],
      family: ['Bautista', 'Dela Peña', 'Macaraeg'],
    },
  ],
  [
    5,
    {
      language: 'Punjabi',
      interpreter: 'not_from_her_community',
      givenNames: ['Harleen', 'Jasmeet', 'Simran', 'ਸਿਮਰਨ', 'ਜਸਮੀਤ'],
      family: ['Brar', 'Gill', 'Sandhu', 'ਸੰਧੂ'],
    },
  ],
  [
    4,
    {
      language: 'Somali',
      interpreter: 'needed',
      givenNames: ['Faduma', 'Hodan', 'Ifrah', 'Sagal'],
      family: ['Abdi Warsame', 'Cali Nuur', 'Jaamac'],
    },
  ],
  [4, { language: 'Tigrinya', interpreter: 'needed', givenNames: ['Selam', 'Winta', 'ሰላም', 'ብርክቲ'], family: ['Haile', 'Tesfay', 'ሃይለ'] }],
  [
    4,
    {
      language: 'Vietnamese',
      interpreter: 'needed',
      givenNames: ['Diễm', 'Hồng', 'Thảo', 'Yến'],
      family: ['Đặng', 'Huỳnh', 'Nguyễn', 'Võ'],
    },
  ],
  [
    4,
    { language: 'Mandarin', interpreter: 'needed', givenNames: ['Meilin', 'Xiulan', '美玲', '秀兰'], family: ['Deng', 'Xie', '谢', '邓'] },
  ],
  [
    3,
    {
      language: 'Spanish',
      interpreter: 'none',
      givenNames: ['Begoña', 'Inmaculada', 'Ximena'],
      family: ['Iñíguez', 'Muñoz Rey', 'Peñalver'],
    },
  ],
  [3, { language: 'Polish', interpreter: 'none', givenNames: ['Bożena', 'Jagoda', 'Łucja'], family: ['Dąbrowska', 'Śliwińska', 'Żurek'] }],
  [2, { language: 'Korean', interpreter: 'needed', givenNames: ['Haneul', '하늘', '은서'], family: ['Seo', '서', '강'] }],
  [2, { language: 'Greek', interpreter: 'none', givenNames: ['Ifigenia', 'Ευγενία'], family: ['Karavas', 'Παππά'] }],
  [2, { language: 'Hindi', interpreter: 'needed', givenNames: ['Kavita', 'सुनीता', 'कविता'], family: ['Joshi', 'शर्मा'] }],
  [2, { language: 'Turkish', interpreter: 'needed', givenNames: ['Gülşen', 'İpek', 'Özlem'], family: ['Çınar', 'Yıldız'] }],
]

/** Aliases as the office gives them to a person who should not be recorded by name. */
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
  readonly interpreter: SampleLanguage['interpreter']
  readonly phone: string
}

/** Invents the `nth` person: no two have the same telephone number. */
export function inventPerson(random: RandomSource, nth: number): Invented {
  const { language, interpreter, givenNames, family } = random.weighted(LANGUAGES)
  const name = `${random.pick(givenNames)} ${random.pick(family)}`
  const initials = random.likely(0.06)
  return {
    name: initials ? `${String.fromCharCode(65 + random.between(0, 25))}. ${String.fromCharCode(65 + random.between(0, 25))}.` : name,
    alias: random.likely(0.07) ? random.pick(ALIASES) : '',
    language,
    interpreter,
    phone: createPhone(random, nth),
  }
}

/** Invents a number. 7,919 has no factor in common with 10,000, so the last four digits run through all values before one repeats. */
export const createPhone = (random: RandomSource, nth: number): string =>
  `${random.pick(['780', '587', '825', '403'])} 555 ${String((nth * 7_919 + 1_234) % 10_000).padStart(4, '0')}`
