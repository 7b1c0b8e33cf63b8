/** Looks that other programs say by a style, and the element that says the same. */
const looks: [RegExp, string][] = [
  [/font-weight:\s*(bold|[6-9]00)/i, 'b'],
  [/font-style:\s*italic/i, 'i'],
  [/text-decoration[^;]*underline/i, 'u'],
  [/text-decoration[^;]*line-through/i, 's'],
]

/**
 * What was copied elsewhere with its styles said by elements: Google Docs has all of its looks in styles, and puts everything into a <b> that is
 * not bold. The styles themselves go, which our pages would not let in anyway.
 */
export function withoutStyles(html: string): string {
  const named = html.replace(/(<[^>]*?\s)style(\s*=\s*["'])/gi, '$1data-style$2')
  const { body } = new DOMParser().parseFromString(named, 'text/html')
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.dataset.style ?? ''
    delete element.dataset.style
    if (element.tagName === 'B' && /font-weight:\s*normal/i.test(style)) element.replaceWith(...element.childNodes)
    else if (element.tagName === 'SPAN') for (const [look, tag] of looks) if (look.test(style)) wrap(element, tag)
  }
  return body.innerHTML
}

function wrap(element: HTMLElement, tag: string): void {
  const inside = element.ownerDocument.createElement(tag)
  inside.append(...element.childNodes)
  element.append(inside)
}
