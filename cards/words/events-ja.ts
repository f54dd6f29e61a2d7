import { bulkEventsJa } from './bulk-events-ja.ts'
import { customerEventsJa } from './customer-events-ja.ts'
import type { EventWords } from './events.ts'
import { termsJa as terms } from './terms-ja.ts'

export const eventsJa: EventWords = {
  ...customerEventsJa,
  ...bulkEventsJa,
  OrganizationRegistered: ({ kind }) => `登録: ${terms.kinds[kind].label}`,
  MarkedForOffboarding: () => '直接請求オフボードの対象に指定',
  OrganizationSuspended: ({ reason }) => `一時停止: ${reason}`,
  OrganizationReinstated: ({ reason }) => `一時停止の解除: ${reason}`,
  AdminAgentConfirmed: () => '管理エージェントを確認',
  OrganizationProfileSet: () => '組織プロファイルを保存',
  BusinessProfileSet: () => 'ビジネス プロファイルを保存',
  EmployeeAdded: ({ name, email }) => `ユーザーを追加: ${name} (${email})`,
  EmployeeInvited: () => 'アカウントを作成し、一時パスワードを送信',
  EmployeeFailed: ({ reason }) => `アカウントの作成に失敗: ${reason}`,
  EmployeeSignedIn: () => '初回サインイン',
  PasswordChanged: () => '一時パスワードを変更',
  EmployeeDisabled: () => 'アカウントを無効化',
  RoleGrantRequested: ({ role }) => `ロールの割り当てを依頼: ${terms.roles[role]}`,
  RoleGranted: ({ role }) => `ロールを割り当て: ${terms.roles[role]}`,
  RoleRevokeRequested: ({ role }) => `ロールの解除を依頼: ${terms.roles[role]}`,
  RoleRevoked: ({ role }) => `ロールを解除: ${terms.roles[role]}`,
  RoleChangeRefused: ({ name, role }) => `ロールの変更をディレクトリが拒否: ${name}、${terms.roles[role]}`,
  PartnerRolesSet: ({ roles }) =>
    `パートナーのロールを設定: ${roles.map((role) => terms.roles[role]).join('、') || '–'}`,
  EnrollmentStarted: () => '申請を開始',
  StepSaved: ({ step }) => `保存: ${terms.steps[step]}`,
  EnrollmentSubmitted: () => '申請を送信',
  OwnershipMailSent: () => '第一連絡先担当者に確認メールを送信',
  OwnershipMailBounced: () => '第一連絡先担当者への確認メールが配信不能',
  OwnershipLinkExpired: () => '確認メールのリンクが期限切れ',
  ContactConfirmed: () => '第一連絡先担当者が 2 つの項目を確認',
  SignupDenied: () => '第一連絡先担当者が「登録していません」と回答',
  ContactCorrected: ({ contact }) => `第一連絡先担当者を変更: ${contact.email}`,
  DocumentsRequested: ({ request }) => `書類を依頼: ${request.name}`,
  EnrollmentResubmitted: () => '申請を再提出',
  ReviewRequested: () => '審査担当者に引き継ぎ',
  EnrollmentApproved: () => '申請を承認',
  EnrollmentRejected: ({ reason }) => `申請を却下: ${reason}`,
  EnrollmentDeclined: ({ reason }) => `申請を不承認と決定: ${reason}`,
  EnrollmentWithdrawn: () => '申請を取り下げ',
  EnrollmentActivated: () => '登録が完了 (アクティブ)',
  EnrollmentOverdue: () => '審査の期限を超過',
  AgreementOffered: ({ region }) => `MPA への署名を依頼 (${terms.region(region)})`,
  AgreementViewed: () => 'MPA を表示',
  AgreementAccepted: ({ region }) => `MPA に署名 (${terms.region(region)})`,
  InvitationDrafted: ({ email }) => `招待の下書きを作成: ${email}`,
  InvitationEdited: () => '招待の本文を変更',
  InvitationSent: ({ via }) =>
    via === 'teams'
      ? '招待を Teams で送信'
      : via === 'mail'
        ? '招待をメールで送信'
        : 'リンクが開かれたため、招待を送信済みとして記録',
  InvitationSentInTeams: () => '招待を Teams でも送信',
  InvitationOpened: ({ company }) => `「${company}」が招待を開封`,
  InvitationBlocked: ({ block }) =>
    `「${block.company}」は招待を承諾できませんでした: ${block.reasons.map((reason) => terms.blockReasons[reason].why).join('')}`,
  AcceptanceClaimed: ({ company }) => `「${company}」が承諾の手続きを開始`,
  AcceptanceReleased: () => '承諾を完了できず、招待を再開',
  InvitationAccepted: ({ company }) => `「${company}」が招待を承諾`,
  InvitationDeclined: ({ company, reason }) => `「${company}」が招待を辞退${reason ? `: ${reason}` : ''}`,
  InvitationRevoked: () => '招待を取り消し',
  InvitationRenewed: () => '新しいリンクで招待を更新',
  InvitationExpired: () => '招待が期限切れ',
  InvitationSuperseded: () => '別の招待でパートナーシップが確立されたため、招待が無効に',
  PartnershipEstablished: ({ providerName, resellerName }) =>
    `パートナーシップを確立: 「${providerName}」と「${resellerName}」`,
  AdminAccessRemoved: () => '間接プロバイダーの管理者アクセス権を削除',
  EndRequested: ({ reason }) => `関係の終了を Microsoft に依頼: ${reason}`,
  PartnershipRemoved: ({ how }) =>
    how === 'microsoft' ? 'Microsoft がパートナーシップを終了' : '間接プロバイダーがパートナーシップを削除',
}
