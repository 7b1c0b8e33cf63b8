import {
  createTheme,
  DEFAULT_THEME,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core'
import { contrast, mix, pushed, readHex } from './colour.ts'
import { components } from './components.ts'
import { dark, darks, greys, ink, light, type Tokens } from './tokens.ts'

/** The colour of a portal whose administrator has not chosen one; the server begins with the same, so nothing changes colour on loading. */
export const ownBrand = '#2f6f5e'

const white = '#ffffff'
const readable = 4.5
// Where white on the colour is nearly readable the colour is darkened for it; lighter ones take dark text instead.
const nearlyReadable = 2.9
// Every filled colour is then either darker than this (white text) or much lighter (dark text).
const luminanceOfWhiteText = 0.184

/** The colour that filled controls take: the given one, as little changed as its own text needs. */
export function fillOf(colour: string): string {
  const seen = contrast(colour, white) < 1.2 ? pushed(colour, ink, [white], 1.2) : colour
  return contrast(seen, white) >= nearlyReadable ? pushed(seen, ink, [white], readable) : seen
}

function scaleOf(colour: string): MantineColorsTuple {
  const fill = fillOf(colour)
  const paler = [0.06, 0.12, 0.24, 0.42, 0.62, 0.82].map((share) => mix(fill, white, share))
  const deeper = [0.86, 0.7, 0.52].map((share) => mix(fill, ink, share))
  const [a, b, c, d, e, f] = paler as [string, string, string, string, string, string]
  const [x, y, z] = deeper as [string, string, string]
  return [a, b, c, d, e, f, fill, x, y, z]
}

/** The theme of a portal, made from its brand colour; a text that is no colour falls back to our own. */
export function themeOf(brand: string): MantineThemeOverride {
  const named = Object.entries(DEFAULT_THEME.colors).map(([name, shades]) => [name, scaleOf(shades[6])] as const)
  return createTheme({
    colors: {
      ...Object.fromEntries(named),
      gray: [...greys],
      dark: [...darks],
      brand: scaleOf(readHex(brand) ? brand : ownBrand),
    },
    primaryColor: 'brand',
    primaryShade: { light: 6, dark: 6 },
    autoContrast: true,
    luminanceThreshold: luminanceOfWhiteText,
    black: ink,
    defaultRadius: 'sm',
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
    fontFamily:
      'Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", Arial, sans-serif',
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
    lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.45' },
    spacing: { xs: '6px', sm: '10px', md: '16px', lg: '24px', xl: '36px' },
    headings: {
      fontFamily: 'inherit',
      fontWeight: '650',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '22px', lineHeight: '1.25' },
        h2: { fontSize: '18px', lineHeight: '1.3' },
        h3: { fontSize: '15px', lineHeight: '1.35' },
        h4: { fontSize: '14px', lineHeight: '1.4' },
        h5: { fontSize: '13px', lineHeight: '1.4' },
        h6: { fontSize: '12px', lineHeight: '1.4' },
      },
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
    components,
  })
}

/** How one colour is used in one scheme; `fill` is what `-filled` controls take. */
export function usesOf(fill: string, scheme: 'light' | 'dark') {
  const ground = scheme === 'light' ? light : dark
  const end = scheme === 'light' ? ink : white
  // A colour as dark as the page would be a button that nobody sees.
  const filled = scheme === 'dark' ? pushed(fill, white, [dark.body], 2) : fill
  const whiteText = contrast(filled, white) >= readable
  const soft = mix(fill, ground.body, scheme === 'light' ? 0.1 : 0.22)
  const softHover = mix(fill, ground.body, scheme === 'light' ? 0.16 : 0.3)
  const text = pushed(fill, end, [ground.body, ground.surface, ground.hover, soft, softHover], readable)
  return {
    filled,
    'filled-hover': whiteText ? mix(ink, filled, 0.12) : mix(white, filled, 0.16),
    text,
    light: soft,
    'light-hover': softHover,
    'light-color': text,
    outline: text,
    'outline-hover': soft,
  }
}

function variablesOf(colors: Record<string, readonly string[]>, scheme: 'light' | 'dark'): Record<string, string> {
  const ground = scheme === 'light' ? light : dark
  const variables: Record<string, string> = {}
  for (const [name, shades] of Object.entries(colors)) {
    if (name === 'dark') continue
    for (const [use, value] of Object.entries(usesOf(fillOf(shades[6] ?? ground.dimmed), scheme))) {
      variables[`--mantine-color-${name}-${use}`] = value
    }
  }
  return {
    ...variables,
    ...plainVariables(ground),
    '--loggia-focus': variables['--mantine-color-brand-text'] ?? ground.text,
  }
}

function plainVariables(ground: Tokens): Record<string, string> {
  return {
    '--mantine-color-body': ground.body,
    '--mantine-color-text': ground.text,
    '--mantine-color-bright': ground.text,
    '--mantine-color-dimmed': ground.dimmed,
    '--mantine-color-placeholder': ground.dimmed,
    '--mantine-color-error': ground.danger,
    '--mantine-color-anchor': 'var(--mantine-color-brand-text)',
    '--mantine-color-default': ground.body,
    '--mantine-color-default-hover': ground.hover,
    '--mantine-color-default-color': ground.text,
    '--mantine-color-default-border': ground.line,
    '--mantine-color-disabled': ground.hover,
    '--mantine-color-disabled-color': ground.dimmed,
    '--mantine-color-disabled-border': ground.line,
    '--loggia-surface': ground.surface,
    '--loggia-hover': ground.hover,
    '--loggia-line': ground.line,
    '--loggia-edge': ground.edge,
    '--loggia-online': ground.online,
    '--loggia-external': ground.external,
    '--loggia-external-soft': ground.externalSoft,
    '--loggia-external-group': ground.externalGroup,
    '--loggia-external-group-soft': ground.externalGroupSoft,
  }
}

/** The CSS variables of the theme: what Mantine leaves below 4.5:1 is put right here, for every colour and both schemes. */
export const variables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: variablesOf(theme.colors, 'light'),
  dark: variablesOf(theme.colors, 'dark'),
})
