import '@latchkey/ui/styles.css'
import './page.css'
import { createRoot } from 'react-dom/client'
import { HostedPage } from './hosted-page.tsx'
import { readPageData, typedValues } from './page-data.ts'

// The plain page stands there until now, and stays where this script never comes to run.
const { body } = document
const typed = typedValues(body)
body.replaceChildren()
const main = body.appendChild(document.createElement('main'))
createRoot(main).render(<HostedPage data={readPageData(body.dataset)} typed={typed} />)
