import { describe, expect, it } from 'vitest'
import { contrast, luminance, mix, readHex } from './colour.ts'
import { fillOf, usesOf } from './theme.ts'
import { dark, darks, ink, light } from './tokens.ts'

const brands = [
  '#2f5fd0',
  '#000000',
  '#ffffff',
  '#ffeb3b',
  '#ffd400',
  '#f44336',
  '#e91e63',
  '#9c27b0',
  '#673ab7',
  '#3f51b5',
  '#03a9f4',
  '#00bcd4',
  '#009688',
  '#4caf50',
  '#8bc34a',
  '#cddc39',
  '#ff9800',
  '#795548',
  '#9e9e9e',
  '#0a1f44',
  '#777777',
]

describe.each(brands)('the brand colour %s', (brand) => {
  const fill = fillOf(brand)

  it.each(['light', 'dark'] as const)('is readable in the %s scheme', (scheme) => {
    const uses = usesOf(fill, scheme)
    const ground = scheme === 'light' ? light : dark
    for (const filled of [uses.filled, uses['filled-hover']]) {
      const text = luminance(filled) > 0.184 ? ink : '#ffffff'
      expect(contrast(text, filled)).toBeGreaterThanOrEqual(4.5)
    }
    for (const background of [ground.body, ground.surface, ground.hover, uses.light, uses['light-hover']]) {
      expect(contrast(uses.text, background)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('has one colour of text on its filled buttons in both schemes, as Mantine reckons with one', () => {
    expect(luminance(usesOf(fill, 'dark').filled) > 0.184).toBe(luminance(fill) > 0.184)
  })
})

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s tokens', (_, tokens) => {
  it('keep 4.5:1 for every text on every surface', () => {
    for (const text of [
      tokens.text,
      tokens.dimmed,
      tokens.external,
      tokens.externalGroup,
      tokens.online,
      tokens.danger,
    ]) {
      for (const surface of [tokens.body, tokens.surface, tokens.hover]) {
        expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(tokens.external, tokens.externalSoft)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens.externalGroup, tokens.externalGroupSoft)).toBeGreaterThanOrEqual(4.5)
  })

  it('keep 3:1 for the edge of a field on every surface, and against the field itself', () => {
    const field = tokens === dark ? darks[6] : '#ffffff'
    for (const ground of [tokens.body, tokens.surface, tokens.hover, field]) {
      expect(contrast(tokens.edge, ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('a colour', () => {
  it('is read from hex only', () => {
    expect(readHex('#fa0')).toEqual([255, 170, 0])
    expect(readHex('red')).toBeNull()
    expect(readHex('#12345')).toBeNull()
  })

  it('mixed with itself stays itself', () => {
    expect(mix('#336699', '#336699', 0.5)).toBe('#336699')
  })
})
