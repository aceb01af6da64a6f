import { useEffect, useState } from 'react'
import type { Output } from '#shared/contract/index'
import { useOffice } from '../../office'

export type FoundPerson = Output<'search.find'>['people'][number]

/** No call is made while the worker is still typing. Milliseconds. */
const TYPING_DELAY = 120

/** Returns the people whom the typed words find, likeliest first, and whether there are more; undefined before the first search. */
export function useFindPeople(typed: string): Pick<Output<'search.find'>, 'people' | 'more'> | undefined {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim().slice(0, 400)), TYPING_DELAY)
    return () => clearTimeout(timer)
  }, [typed])
  const { value } = useOffice('search.find', { text }, { enabled: text !== '', keep: true })
  return text === '' || typed.trim() === '' ? undefined : value
}
