import './base.css'
import '@mantine/core/styles.layer.css'
import { MantineProvider } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { nonce } from './nonce.ts'
import { themeOf, variables } from './theme.ts'

/** Gives the portal's look to everything inside it; `brand` is a hex colour. */
export function ThemeProvider({ brand, children }: { brand: string; children: ReactNode }) {
  const theme = useMemo(() => themeOf(brand), [brand])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} getStyleNonce={nonce} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  )
}
