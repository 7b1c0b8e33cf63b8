import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Portal']

/** The pictures by which a device knows the portal: in a tab, on a home screen of either maker, in a mask, in one colour beside a notification. */
export const iconKinds = ['small', 'large', 'mask', 'touch', 'badge'] as const
export type IconKind = (typeof iconKinds)[number]

const manifest = z.object({
  id: z.string(),
  name: z.string(),
  short_name: z.string(),
  lang: z.string(),
  start_url: z.string(),
  scope: z.string(),
  display: z.string(),
  theme_color: z.string(),
  background_color: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() })),
})
export type Manifest = z.infer<typeof manifest>

/** What a browser asks to install the portal on a device, for anybody: it tells no more than the sign-in page. */
export const installingContract = {
  manifest: oc
    .route({
      method: 'GET',
      path: '/portal/manifest',
      tags,
      summary: 'The portal as an application (Web App Manifest)',
    })
    .output(manifest),
  icon: oc
    .route({
      method: 'GET',
      path: '/portal/icons/{kind}',
      tags,
      summary: 'A picture of the portal in its colour, PNG',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ kind: z.enum(iconKinds), colour: z.string().max(10).optional() }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
}
