import type { ReactElement } from 'react'

/** The symbols, drawn on a 16 by 16 grid. A shape that marks an urgency never means anything else. */
const DRAWN = {
  arrow: <path d="M2 8h11.5M9.5 4l4 4-4 4" />,
  ask: (
    <>
      <circle cx="8" cy="8" r="6" strokeDasharray="2.6 2.1" />
      <path d="M6.4 6.4a1.7 1.7 0 1 1 2.3 1.6c-.5.2-.7.5-.7 1M8 11.2v.1" />
    </>
  ),
  bed: <path d="M2 13V4M2 11h12v2M14 11V8.5L6 7v4" />,
  board: <path d="M2 4h2M6.5 4H14M2 8h2M6.5 8H14M2 12h2M6.5 12H14" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.25 1.5" />
    </>
  ),
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  confirmed: <path d="m2.5 8.5 3.75 3.75L13.5 4.5" />,
  down: <path d="m4 6.5 4 4 4-4" />,
  eye: (
    <>
      <path d="M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="1.75" />
    </>
  ),
  flag: <path d="M3.5 14.5V2M3.5 2.5h8.5l-2 3 2 3H3.5" />,
  later: <circle cx="8" cy="8" r="5.75" />,
  lock: <path d="M3.5 7.5h9V14h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  meetings: <path d="M2 3h8.5v6H6L3.5 11V9H2zM12.5 6H14v6h-1.5v2L10 12H7.5" />,
  message: <path d="M2 3h12v8.5H7L4 14v-2.5H2z" />,
  note: <path d="M3 13l.5-3L11 2.5 13.5 5 6 12.5z" />,
  overdue: <path fill="currentColor" d="M8 1 15 8 8 15 1 8z" />,
  partners: <path d="M2.5 14V4.5L8 2v12M8 6.5l5.5 2V14M1.5 14h13M5 6.5v.1M5 9.5v.1M11 11v.1" />,
  people: (
    <>
      <circle cx="8" cy="5" r="2.75" />
      <path d="M2.5 14c.5-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5" />
    </>
  ),
  phone: <path d="M5.2 2H3.4C2.6 2 2 2.7 2 3.5 2.5 9 7 13.5 12.5 14c.8 0 1.5-.6 1.5-1.4v-1.8l-3-1.2-1.3 1.3A8 8 0 0 1 5.1 6.3L6.4 5z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  print: <path d="M4.5 6V2h7v4M4.5 12H2.5V6h11v6h-2M4.5 10h7v4h-7z" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.75" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  settings: (
    <>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
      <circle cx="10" cy="4.5" r="1.75" />
      <circle cx="6" cy="11.5" r="1.75" />
    </>
  ),
  shield: <path d="M8 1.5 13.5 3.5V8c0 3.5-2.5 5.5-5.5 6.5C5 13.5 2.5 11.5 2.5 8V3.5z" />,
  soon: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path fill="currentColor" d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" />
    </>
  ),
  stop: (
    <>
      <path fill="currentColor" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path stroke="var(--surface)" strokeWidth="2" d="M4.5 8h7" />
    </>
  ),
  stopline: (
    <>
      <path d="M5.25 1.75h5.5l3.5 3.5v5.5l-3.5 3.5h-5.5l-3.5-3.5v-5.5z" />
      <path d="M5 8h6" />
    </>
  ),
  up: <path d="m4 9.5 4-4 4 4" />,
  waiting: <path d="M5.5 3.5v9M10.5 3.5v9" />,
} as const satisfies Record<string, ReactElement>

export type IconName = keyof typeof DRAWN

/** A symbol. Without `label` it is decoration: the words beside it say the same. */
export function Icon({ name, className = '', label }: { readonly name: IconName; readonly className?: string; readonly label?: string }) {
  return (
    <svg
      className={`i ${className}`.trim()}
      viewBox="0 0 16 16"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {DRAWN[name]}
    </svg>
  )
}
