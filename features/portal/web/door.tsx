export { CopyField } from './CopyField.tsx'
export { PasswordField, usePasswordFault } from './PasswordField.tsx'
export { PlacesLeft } from './PlacesLeft.tsx'
