import '../styles/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { Router } from 'wouter'
import { config } from 'zod'
import { listenToTopics, queries, sendDrafts } from '../office'
import { listenToKeys, returnLostFocus } from '../ui'
import { App } from './App'
import { useHash } from './use-hash'
import { loadMessages } from './load-messages'

// Trusted Types forbid what zod's compiler would do.
config({ jitless: true })
loadMessages()
listenToTopics()
listenToKeys()
returnLostFocus()
// Closing the window in the middle of a word loses nothing.
window.addEventListener('beforeunload', sendDrafts)
// The PC's own lock and a sleep close the database (L2); the window loses the focus first.
window.addEventListener('blur', sendDrafts)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-CA">
        <QueryClientProvider client={queries}>
          <Router hook={useHash}>
            <App />
          </Router>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
