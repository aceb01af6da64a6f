import { useEffect, useState } from 'react'
import type { Output } from '#shared/contract/index'
import { useOffice } from '../../office'

export type FoundPerson = Output<'search.find'>['people'][number]

/** While somebody is still typing nothing is asked. Milliseconds. */
const TYPING_DELAY = 120

/** People whom the typed words find, likeliest first; undefined before anything was asked. */
export function useFindPeople(typed: string): readonly FoundPerson[] | undefined {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim().slice(0, 400)), TYPING_DELAY)
    return () => clearTimeout(timer)
  }, [typed])
  const { value } = useOffice('search.find', { text }, { enabled: text !== '', keep: true })
  return text === '' || typed.trim() === '' ? undefined : value?.people
}
