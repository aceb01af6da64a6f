import { useEffect, useState } from 'react'

type FoldText = (text: string) => string

// Until the table is loaded, only capitals do not matter.
const foldCase: FoldText = (text) => text.trim().toLocaleLowerCase()

/**
 * Returns a function that folds accents and scripts for searching. Its table is a third of all the window's text, so it is loaded with
 * the page that needs it, not at start.
 */
export function useFoldText(): FoldText {
  const [fold, setFold] = useState<FoldText>(() => foldCase)
  useEffect(() => {
    let here = true
    void import('#shared/domain/person/name-words').then((similarity) => here && setFold(() => similarity.foldName))
    return () => {
      here = false
    }
  }, [])
  return fold
}
