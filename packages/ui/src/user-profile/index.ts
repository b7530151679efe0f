export { UserProfile, type UserProfileProps } from './user-profile.tsx'
