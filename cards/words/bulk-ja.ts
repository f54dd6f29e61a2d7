import type { BulkWords } from './bulk-en.ts'
import type { Format } from './format.ts'

/** 一括処理の画面の言葉。 */
export const bulkJa = ({ number, all, dateTime }: Format): BulkWords => {
  const columns: BulkWords['columns'] = {
    customer: '顧客',
    subscription: 'サブスクリプション',
    reseller: 'リセラー (MPN ID)',
    supportContact: '指定のサポート連絡先',
    email: '顧客のメール アドレス',
    provider: '間接プロバイダー',
    language: '言語',
    companyName: '法人名',
    domainPrefix: 'ドメインのプレフィックス',
    registrationId: '登録番号',
    country: '国または地域',
    addressLine1: '住所 1',
    addressLine2: '住所 2',
    city: '市区町村',
    state: '都道府県',
    postalCode: '郵便番号',
    firstName: '名',
    lastName: '姓',
    phone: '電話番号',
    agreedOn: '同意日',
    offer: 'サブスクリプション',
    licenses: 'ライセンス数',
  }
  const subscriptions = {
    nothing: '変更される行はありません。',
    check: { good: '変更される行', already: '変更不要の行' },
    done: { good: '変更済み', already: '変更不要' },
    file: { dryRun: { good: '変更される', already: '変更不要' }, done: { good: '変更済み', already: '変更不要' } },
    next: [],
  }
  return {
    buttons: {
      bulk: '一括処理',
      choose: '選択する',
      open: '開く',
      check: '内容を確認する',
      upload: 'アップロードする',
      uploaded: 'アップロードしました',
      template: 'ひな形を取得する',
      fetchTemplate: 'ひな形をダウンロードする',
      confirm: (rows) => `${number(rows)} 行を実行する`,
      resume: '再開する',
      stop: '停止する',
      outcomes: '全行をファイルで取得する',
      fetch: 'ファイルをダウンロードする',
      another: '新しい一括処理',
      sent: 'メールを送信しました',
    },
    title: '一括処理',
    intro: '表を貼り付けるか、アップロードしてください。先にすべての行を確認します。実行するまで何も変更されません。',
    recent: '貴社の一括処理',
    kinds: {
      reseller: {
        title: '指名リセラー',
        text: '複数のサブスクリプションのリセラー (MPN ID) をまとめて設定します。',
        confirm: (rows) => `${number(rows)} 件のサブスクリプションに指名リセラーを設定します。よろしいですか?`,
        ...subscriptions,
      },
      support: {
        title: '指定のサポート連絡先',
        text: '複数のサブスクリプションの指定のサポート連絡先をまとめて設定します。',
        confirm: (rows) => `${number(rows)} 件のサブスクリプションに指定のサポート連絡先を設定します。よろしいですか?`,
        ...subscriptions,
      },
      invitations: {
        title: '顧客の招待',
        text: '複数の顧客への招待を、専用リンク付きでまとめて下書きします。メールは貴社から送信してください。',
        confirm: (rows) =>
          `招待を ${number(rows)} 件、専用リンク付きで下書きします。メールは自動では送信されないため、貴社から送信してください。よろしいですか?`,
        nothing: '下書きを作成できる行はありません。',
        check: { good: '下書きを作成する行', already: '招待済みの行' },
        done: { good: '下書き作成済み', already: '招待済み' },
        file: {
          dryRun: { good: '下書きを作成する', already: '招待済み' },
          done: { good: '下書き作成済み', already: '招待済み' },
        },
        next: [
          '招待の下書きを作成しました。メールはまだ送信されていません。全行のファイルに、各メールの宛先、件名、専用リンク入りの本文があります。お使いのメール ソフトの差し込み機能で送信してください。',
          '送信が終わったら、[メールを送信しました] を選択してください。その時点から送信済みとして扱われ、リンクは 30 日間有効です。',
        ],
      },
      newCustomers: {
        title: '新しい顧客',
        text: '複数の顧客を、最初のサブスクリプションと一緒にまとめて追加します。',
        confirm: (rows) =>
          `パートナー センターに顧客を ${number(rows)} 社作成し、サブスクリプションを注文します。この操作は取り消せません。よろしいですか?`,
        nothing: '追加できる顧客の行はありません。',
        check: { good: '追加される顧客', already: '以前に追加済みの顧客' },
        done: { good: '追加', already: '以前に追加済み' },
        file: {
          dryRun: { good: '追加される', already: '以前に追加済み' },
          done: { good: '追加', already: '以前に追加済み' },
        },
        next: [
          '新しい顧客の一時パスワードは、実行したご本人が、24 時間以内に 1 回だけ表示できます。ボットとの 1 対 1 のチャットで顧客を開いてください。',
        ],
        mend: 'パートナー センターで受け付けられなかった顧客は「追加途中の顧客」に残っています。内容を修正して、もう一度送信してください。',
      },
    },
    states: {
      draft: '未開始',
      checking: '確認中',
      checked: '確認済み',
      running: '実行中',
      stopped: '停止',
      done: '完了',
    },
    job: (rows, by, at) => `${number(rows)} 行 · ${by} · ${at}`,
    start: {
      columns: (names) =>
        `列: ${names}。見出し行があれば、列の順番は自由です。見出し行がない場合は、この順番で読み取ります。`,
      optional: (names) => `省略できる列: ${names}`,
      hints: {
        customer: 'テナント ID、ドメイン、または正式な名称',
        subscription: 'サブスクリプション ID。同じ名前のものが 1 つだけであれば、名前も使えます',
        reseller: '場所アカウントの MPN ID、テナント ID、または間接リセラーの正式な名称',
        supportContact: '貴社の名称、または間接リセラーの MPN ID、テナント ID、正式な名称',
        email: '',
        provider: '名称、MPN ID、またはテナント ID。1 社だけの場合は省略できます',
        language: 'メールに使用する言語 (日本語または英語)。空欄の場合はご自身の言語',
        companyName: '',
        domainPrefix: '.onmicrosoft.com の前に付く部分。半角英数字 1～27 文字',
        registrationId: '',
        country: 'コードまたは名称',
        addressLine1: '',
        addressLine2: '',
        city: '',
        state: '',
        postalCode: '',
        firstName: '',
        lastName: '',
        phone: '',
        agreedOn: '顧客が Microsoft 顧客契約に同意した日。例: 2025-06-30',
        offer: 'ID または名称',
        licenses: '',
      },
      heading: '行を貼り付ける',
      rows: '行',
      hint: (most) => `${most} 行まで。表計算ソフトからコピーするか、列をコンマで区切ってください。`,
      upload: (most) =>
        `これより多い場合は、CSV ファイル (${most} 行まで、UTF-8・UTF-16・Shift_JIS) をアップロードしてください。リンクはご本人専用で、有効期限は 10 分です。`,
      daily: (most) =>
        `24 時間以内に実行できるのは、会社全体で ${most} 行までです。超えた行は実行できない行として表示されるため、時間をおいて再度お試しください。`,
      ready: 'ひな形の準備ができました。リンクは 10 分以内に 1 回だけ使用できます。',
    },
    columns,
    faults: {
      columns: ({ missing }) => `見出し行に次の列がありません: ${all(missing.map((one) => columns[one]))}`,
      noRows: () => '見出しの下に行がありません。',
      tooMany: ({ most }) => `${number(most)} 行を超えています。ファイルでアップロードするか、分割してください。`,
      perDay: ({ of, most, from }) =>
        of === 'jobs'
          ? `貴社が 24 時間に開始できる一括処理は ${number(most)} 件までです。次の一括処理は ${dateTime(from)} 以降に開始できます。`
          : `貴社が 24 時間に確認できる行は ${number(most)} 行までです。行数を減らすか、${dateTime(from)} 以降にやり直してください。`,
      encoding: () =>
        'ファイルの文字を読み取れませんでした。「CSV UTF-8」形式で保存し、もう一度アップロードしてください。',
      empty: () => '行を貼り付けるか、ファイルをアップロードしてください。',
      tooManyRows: ({ most }) => `${number(most)} 行を超えています。分割してください。`,
      tooWide: ({ line }) => `${number(line)} 行目が長すぎます。区切り文字と引用符を確認してください。`,
      quotes: ({ line }) => `${number(line)} 行目の引用符が正しく閉じられていません。`,
      waiting: () =>
        'ファイルがまだ届いていません。開いたページでアップロードしてから、もう一度ボタンを選択してください。',
      noFile: () => 'このアップロードは期限切れか、既に使用されています。新しいリンクでやり直してください。',
    },
    rowFaults: {
      missing: ({ column }) => `「${columns[column]}」が空です。`,
      unknown: ({ column, value }) => `${columns[column]}: 「${value}」は見つかりませんでした。`,
      unfit: ({ column, value }) => `${columns[column]}: 「${value}」は指定できません。`,
      ambiguous: ({ column, value }) =>
        `${columns[column]}: 「${value}」に当てはまるものが複数あります。ID で指定してください。`,
      repeated: ({ row }) => `${number(row)} 行目と対象が重複しています。どちらか 1 行だけにしてください。`,
    },
    progress: {
      titles: {
        checking: '行を確認しています',
        checked: '確認が終わりました (まだ何も変更されていません)',
        running: '実行しています',
        stopped: '停止しました',
        done: '完了しました',
      },
      of: (done, rows) => `${number(rows)} 行中 ${number(done)} 行`,
      checked: '実行できない行は、実行時に除外されます。',
      running: 'この画面を閉じてもかまいません。処理は続き、このカードの表示も更新されます。',
      stopped: {
        person: '完了した行はそのまま残ります。いつでも再開できます。同じ行が 2 回実行されることはありません。',
        rights:
          '実行した担当者の権限がなくなったため停止しました。権限のある方が再開できます。同じ行が 2 回実行されることはありません。',
      },
      swept: '保管期間を過ぎたため、行の内容は削除されました。実行済みの変更はそのまま残っています。',
      rows: '行数',
      by: '担当者',
      check: {
        heading: '実行した場合の結果',
        refused: '実行できない行',
      },
      done: {
        heading: '結果',
        refused: '実行不可',
        failed: 'パートナー センターで失敗',
        left: '未実行',
      },
      faulty: '問題のある行',
      faultyMore: (shown, rows) => `${rows} 行のうち最初の ${shown} 行です。全行はファイルで確認できます。`,
      rewritten: 'パートナー センターの表記に置き換わる住所',
      rewrittenMore: (shown, rows) =>
        `${rows} 件の住所のうち ${shown} 件を表示しています。全件はファイルで確認できます。`,
      row: (n) => `${n} 行目`,
      mails: {
        marking: '招待を送信済みにしています。',
        marked: (count) => `${count} 件の招待を送信済みにしました。`,
      },
      ready: 'ファイルの準備ができました。リンクは 10 分以内に 1 回だけ使用できます。',
    },
    results: {
      row: '行',
      outcome: '結果',
      explanation: '説明',
      dryRun: {
        refused: '実行不可',
        failed: '実行不可',
        left: '未確認',
      },
      done: { refused: '実行不可', failed: '失敗', left: '未実行' },
      mail: {
        to: 'メールの宛先',
        subject: 'メールの件名',
        text: 'メールの本文',
        over: 'この招待は受け付けを終了しています。',
      },
      address: {
        dryRun: (address) => `住所はパートナー センターの表記に置き換わります: ${address}`,
        done: (address) => `住所はパートナー センターの表記に置き換えました: ${address}`,
      },
      made: {
        tenant: 'テナント ID',
        domain: 'ドメイン',
        password: '一時パスワード',
        look: '実行したご本人が、24 時間以内に 1 回だけ表示できます。ボットとの 1 対 1 のチャットで顧客を開いてください。',
        draft: '「追加途中の顧客」に残っています。',
      },
    },
  }
}
