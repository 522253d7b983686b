/** Signing in and out. */
export const SIGN_IN = {
  signIn: { ja: 'サインイン', en: 'Sign in' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  signedInAs: { ja: '{name} さん', en: '{name}' },
  leaving: { ja: 'サインアウトします', en: 'Signing out' },
  goOn: { ja: '進む', en: 'Go on' },
  signInFailed: { ja: 'サインインできませんでした', en: 'Signing in did not work' },
  signInFailedHint: {
    ja: '時間がたちすぎたか、別の画面で始めたサインインです。もう一度サインインしてください。',
    en: 'It took too long, or was begun in another window. Please sign in again.',
  },
  tokenTooLarge: { ja: 'サインインできませんでした', en: 'Signing in did not work' },
  tokenTooLargeHint: {
    ja: '認証サーバーのアクセストークンが大きすぎて、ブラウザが覚えておけません。管理者に伝えてください。',
    en: 'The access token of the sign-in service is too large for a browser to keep. Please tell who runs this site.',
  },
  mayNotRead: { ja: '見る権限がありません', en: 'You may not read this' },
  mayNotReadHint: {
    ja: 'サインインした人に、このサイトを見る権限がありません。管理者に伝えてください。',
    en: 'Who is signed in has no right to read this site. Please tell who runs it.',
  },
  mayNotUpload: {
    ja: 'PDFを加えるには、その権限のある人がサインインします。',
    en: 'Who has the right to may sign in and bring PDFs.',
  },
} as const;
