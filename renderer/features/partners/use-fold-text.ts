import { useEffect, useState } from 'react'

type FoldText = (text: string) => string

// Until it has come, in the first moments of the page, capitals alone do not matter.
const foldCase: FoldText = (text) => text.trim().toLocaleLowerCase()

/** Folds accents and scripts for finding. Its table is a third of all the window's text, so it comes with the page that needs it, not with the start. */
export function useFoldText(): FoldText {
  const [fold, setFold] = useState<FoldText>(() => foldCase)
  useEffect(() => {
    let here = true
    void import('#shared/domain/person/similarity').then((similarity) => here && setFold(() => similarity.foldName))
    return () => {
      here = false
    }
  }, [])
  return fold
}
