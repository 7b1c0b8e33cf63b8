import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './FilterField.module.css'

/** A picker among the filters of a list, as low as they are. Its name is heard; what is chosen in it is seen. */
export function FilterField({ width, children }: { width: number; children: ReactNode }) {
  return (
    <Box className={classes.field ?? ''} __vars={{ '--width': `${width}px` }}>
      {children}
    </Box>
  )
}
