import { createElement, Fragment, type ReactNode } from 'react'

/** Each part drawn, in the order of the text. What has no name of its own there is told apart by where it stands. */
export const inOrder = <T>(parts: readonly T[], draw: (part: T) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...parts.map((part) => draw(part)))
