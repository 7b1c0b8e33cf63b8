import { Link } from '@mantine/tiptap'
import { TableKit } from '@tiptap/extension-table'
import { Placeholder } from '@tiptap/extensions'
import StarterKit from '@tiptap/starter-kit'
import { asking, type Listener } from './asking.ts'
import { GroupNode, PersonNode } from './mentions.tsx'
import { OwnAddresses } from './ownAddresses.ts'
import { PictureNode } from './PictureNode.tsx'

const address = /^(https?:\/\/|mailto:)\S+$/i

/** A link says where it leads, and nothing else. */
const PlainLink = Link.extend({
  addAttributes: () => ({ href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') } }),
})

/** What can be written: the same nodes and marks that the server takes, so that whatever is pasted comes down to them. */
export const extensions = (placeholder: string, listener: Listener) => [
  StarterKit.configure({ heading: { levels: [1, 2, 3] }, link: false }),
  PlainLink.configure({
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url, { defaultProtocol }) =>
      address.test(url) || (address.test(`${defaultProtocol}://${url}`) && !/^[\w.+-]+:/.test(url)),
  }),
  OwnAddresses,
  TableKit.configure({ table: { resizable: false } }),
  Placeholder.configure({ placeholder }),
  PersonNode,
  PictureNode,
  GroupNode,
  asking(listener),
]
