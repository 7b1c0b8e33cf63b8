import type { OpenAPI } from '@orpc/contract'

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  required?: string[]
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  const?: unknown
  format?: string
  maxLength?: number
  minLength?: number
  default?: unknown
}
type Operation = OpenAPI.OperationObject

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The description of the REST interface as a page to read: by subject, each procedure with what it takes and gives back. */
export function docsPage(document: OpenAPI.Document, nonce: string): string {
  const subjects = new Map<string, string[]>()
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item?.[method] as Operation | undefined
      if (!operation) continue
      const subject = operation.tags?.[0] ?? 'Portal'
      subjects.set(subject, [...(subjects.get(subject) ?? []), procedure(method, path, operation)])
    }
  }
  const names = [...subjects.keys()].toSorted()
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(document.info.title)} REST</title><style nonce="${nonce}">${style}</style></head><body>
<nav aria-label="Subjects"><h1>${escaped(document.info.title)} REST</h1>${names.map((name) => `<a href="#${slug(name)}">${escaped(name)}</a>`).join('')}<a href="openapi.json">OpenAPI 3.1</a></nav>
<main><p>${escaped(document.info.description ?? '')}</p>
<p>Everything is JSON below <code>/api/v1</code>. Sign in with a personal access token (<code>Authorization: Bearer lga_…</code>, made in Settings) or with <code>POST /session</code>, which sets a cookie.
Lists answer <code>{items, next}</code> and take <code>limit</code> and <code>after</code> (the <code>next</code> of the page before). Errors answer <code>{code, message}</code>;
what you may not see and what does not exist are the same 404. Times are ISO 8601 with zone.</p>
${names.map((name) => `<section aria-labelledby="${slug(name)}"><h2 id="${slug(name)}">${escaped(name)}</h2>${subjects.get(name)?.join('') ?? ''}</section>`).join('\n')}
</main></body></html>`
}

function procedure(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter] : []))
  const body =
    operation.requestBody && 'content' in operation.requestBody ? Object.entries(operation.requestBody.content) : []
  const answers = Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
    response && 'content' in response
      ? [[status, response.content?.['application/json']?.schema as Schema | undefined] as const]
      : [],
  )
  const success = answers.find(([status]) => status.startsWith('2'))
  return `<article><h3><code class="${method}">${method.toUpperCase()}</code> <code>${escaped(path)}</code></h3><p>${escaped(operation.summary ?? '')}</p>
${
  parameters.length
    ? fields(
        'Address',
        Object.fromEntries(parameters.map((one) => [one.name, one.schema as Schema])),
        parameters.filter((one) => one.required).map((one) => one.name),
      )
    : ''
}
${body.map(([type, content]) => shape(type === 'application/json' ? 'Body' : `Body (${type})`, content?.schema as Schema | undefined)).join('')}
${success ? shape(`Answer ${success[0]}`, success[1]) : ''}</article>`
}

const shape = (title: string, schema: Schema | undefined): string =>
  schema?.properties ? fields(title, schema.properties, schema.required ?? []) : ''

const fields = (title: string, properties: Record<string, Schema>, required: string[]): string =>
  Object.keys(properties).length === 0
    ? ''
    : `<table><caption>${escaped(title)}</caption><tbody>${Object.entries(properties)
        .map(
          ([name, schema]) =>
            `<tr><th scope="row"><code>${escaped(name)}</code>${required.includes(name) ? '' : ' <small>optional</small>'}</th><td>${escaped(inWords(schema))}</td></tr>`,
        )
        .join('')}</tbody></table>`

/** A schema in one line: `string (date-time)`, `list of {id, name}`. */
function inWords(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(inWords))].join(' | ')
  if (schema.items) return `list of ${inWords(schema.items)}`
  if (schema.properties)
    return `{${Object.entries(schema.properties)
      .map(([name, inner]) => (inner.properties || inner.items ? `${name}: ${inWords(inner)}` : name))
      .join(', ')}}`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'anything')
  const limit = schema.maxLength ? `at most ${schema.maxLength} characters` : ''
  return [
    type,
    schema.format && `(${schema.format})`,
    limit && `, ${limit}`,
    schema.default !== undefined && `, else ${JSON.stringify(schema.default)}`,
  ]
    .filter(Boolean)
    .join(' ')
    .replaceAll(' ,', ',')
}

const slug = (name: string): string => name.toLowerCase().replace(/\W+/g, '-')
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const style = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0;display:grid;grid-template-columns:220px minmax(0,1fr)}nav{position:sticky;top:0;height:100vh;overflow:auto;padding:20px;box-sizing:border-box;border-right:1px solid #8884}
nav h1{font-size:18px;margin:0 0 12px}nav a{display:block;padding:3px 0}main{padding:24px 32px;max-width:820px}h2{margin:32px 0 8px}
article{border-top:1px solid #8884;padding:12px 0}h3{font-size:15px;margin:0}article p{margin:4px 0 8px}
code{font:13px ui-monospace,monospace}.get{color:light-dark(#05603a,#5fd3a0)}.post,.put,.patch{color:light-dark(#1c4fb8,#92b6ff)}.delete{color:light-dark(#b42318,#ff9a8f)}
table{border-collapse:collapse;width:100%;margin:6px 0 10px;font-size:13px}caption{text-align:left;font-weight:600;padding:2px 0}th{text-align:left;font-weight:400;width:34%;vertical-align:top}th,td{padding:3px 8px 3px 0;overflow-wrap:anywhere}
small{opacity:.75}a{color:light-dark(#1c4fb8,#92b6ff)}@media(max-width:760px){body{display:block}nav{position:static;height:auto;border:0}main{padding:16px}}`
