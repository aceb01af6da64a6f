import fc from 'fast-check'

// Under mutation every run must see the same examples; otherwise a mutant lives or dies by chance. Fewer of them, because there are
// thousands of runs.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_120, numRuns: 20 })
