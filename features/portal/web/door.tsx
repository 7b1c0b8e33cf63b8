export { CopyField } from './CopyField.tsx'
export { PasswordField, usePasswordFault } from './PasswordField.tsx'
