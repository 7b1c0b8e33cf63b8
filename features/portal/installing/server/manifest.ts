import type { PortalFace } from '../../server/face.ts'
import type { IconKind, Manifest } from '../contract.ts'
import { drawIcon, sideOf } from './icons.ts'

/** Home screens show about so many letters below an icon. */
const short = 20

/** The portal as an application, by its own name and colour. */
export function manifestOf({ name, brandColour, language }: PortalFace): Manifest {
  const icon = (kind: IconKind, purpose: string) => ({
    // With the colour in it, a new colour is a new picture.
    src: `/api/v1/portal/icons/${kind}?colour=${brandColour.slice(1)}`,
    sizes: `${sideOf(kind)}x${sideOf(kind)}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: '/',
    name,
    short_name:
      name.length > short ? name.slice(0, short).split(' ').slice(0, -1).join(' ') || name.slice(0, short) : name,
    lang: language,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: brandColour,
    background_color: '#ffffff',
    icons: [icon('small', 'any'), icon('large', 'any'), icon('mask', 'maskable'), icon('badge', 'monochrome')],
  }
}

/** One of its pictures, as it is answered. */
export async function iconOf({ brandColour }: PortalFace, kind: IconKind) {
  const bytes = await drawIcon(kind, brandColour)
  return {
    // It says no more than the sign-in page, and is the same for everybody.
    headers: { 'cache-control': 'public, max-age=3600' },
    body: new File([new Uint8Array(bytes)], `${kind}.png`, { type: 'image/png' }),
  }
}
