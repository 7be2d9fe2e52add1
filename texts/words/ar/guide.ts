import type { guide as english } from '../en/guide.ts';
import type { Translated } from '../message.ts';

export const guide: Translated<typeof english> = {
  'exception.handed_over_after_end.name': 'سُلّم بعد انتهاء الطلب',
  'exception.handed_over_after_end.told':
    'سُلّم الطلب {order}، لكنه كان {status, select, cancelled {قد أُلغي} expired {لم يُستلم في موعده} rejected {قد \
رُفض} other {قد انتهى}}.',
  'exception.handed_over_after_end.meaning': 'البضاعة لدى العميل، لكن الطلب كان قد أُلغي أو رُفض أو انتهت مدته. البضاعة خارج الدفاتر.',
  'exception.handed_over_after_end.customer_keeps': 'يحتفظ العميل بالبضاعة ولا يدفع مرة أخرى: قبول الخسارة',
  'exception.handed_over_after_end.paid_again': 'يحتفظ العميل بالبضاعة ودفع مرة أخرى: اذكر الطريقة في الملاحظة',
  'exception.handed_over_after_end.goods_back': 'عادت البضاعة إلى الفرع',
  'exception.handed_over_after_end.booked_before': 'كانت البضاعة قد شُطبت من الدفاتر: إعادة قيدها مرة واحدة',
  'exception.handed_over_twice.name': 'سُلّم مرتين',
  'exception.handed_over_twice.told':
    'سُلّم الطلب {order}{code, select, used { برمز استلام سبق استخدامه} other {، لكن صندوقًا كان قد أنهاه من قبل: غادرت بضاعته الفرع \
أو لم يُرِدها العميل}}.',
  'exception.handed_over_twice.meaning': 'سُجل تسليمان لطلب واحد، مثلًا عند صندوقين لا يرى أحدهما الآخر. تتبع الدفاتر ما سجله الأول.',
  'exception.handed_over_twice.left_once': 'الدفاتر صحيحة: لا شيء للتصحيح',
  'exception.handed_over_twice.left_twice': 'خرجت هذه البضاعة أيضًا: اشطبها هي أيضًا',
  'exception.handed_over_too_many.name': 'سُلّم مع قطع نُقلت إلى مكان آخر',
  'exception.handed_over_too_many.told': 'سُلّم الطلب {order} بأكثر مما كان له هنا: {goods}.',
  'exception.handed_over_too_many.meaning':
    'طُلب من موقع آخر بعض القطع بينما كان هذا الفرع مقطوعًا، وأخذها العميل هنا مع ذلك. هي خارج الدفاتر.',
  'exception.handed_over_too_many.acknowledged': 'أخبرت الموقع الآخر أنه لا حاجة لإرسالها',
  'exception.handed_over_too_many.goods_back': 'عادت البضاعة الزائدة إلى الفرع',
  'exception.handed_over_on_withdrawn_code.name': 'سُلّم برمز مسحوب',
  'exception.handed_over_on_withdrawn_code.told': 'سلّم {associate} الطلب {order} برمز استلام كان قد سُحب. لم يكن الصندوق يعلم بذلك بعد.',
  'exception.handed_over_on_withdrawn_code.meaning':
    'كان قد صدر رمز آخر، ربما لأن الأول وقع في يد غير صاحبه. غادرت البضاعة وهي خارج الدفاتر. اسأل العميل هل هي لديه.',
  'exception.handed_over_on_withdrawn_code.acknowledged': 'البضاعة لدى العميل الصحيح: لا شيء للتصحيح',
  'exception.handed_over_on_withdrawn_code.accept_loss': 'البضاعة لدى شخص آخر: تتحمل الشركة الخسارة',
  'exception.handed_over_on_withdrawn_code.looked_up': 'تبيّن ما حدث: اذكره في الملاحظة',
  'exception.shipped_after_end.name': 'شُحن بعد انتهاء الطلب',
  'exception.shipped_after_end.told':
    'شُحن الطلب {order}، لكنه كان {status, select, cancelled {قد أُلغي} expired {لم يُستلم في موعده} rejected {قد \
رُفض} other {قد انتهى}}.',
  'exception.shipped_after_end.meaning': 'الطرد لدى شركة الشحن، لكن الطلب كان قد أُلغي أو رُفض أو انتهت مدته. البضاعة خارج الدفاتر.',
  'exception.shipped_after_end.customer_keeps': 'يحتفظ العميل بالبضاعة ولا يدفع مرة أخرى: قبول الخسارة',
  'exception.shipped_after_end.paid_again': 'يحتفظ العميل بالبضاعة ودفع مرة أخرى: اذكر الطريقة في الملاحظة',
  'exception.shipped_after_end.goods_back': 'عاد الطرد إلى الفرع',
  'exception.shipped_after_end.booked_before': 'كانت البضاعة قد شُطبت من الدفاتر: إعادة قيدها مرة واحدة',
  'exception.shipped_twice.name': 'شُحن مرتين',
  'exception.shipped_twice.told': 'شُحن الطلب {order} برقم التتبع {tracking}، لكن بضاعته كانت قد غادرت الفرع من قبل.',
  'exception.shipped_twice.meaning': 'سُجلت شحنتان لطلب واحد. تحسب الدفاتر البضاعة مرة واحدة.',
  'exception.shipped_twice.left_once': 'خرج طرد واحد: لا شيء للتصحيح',
  'exception.shipped_twice.left_twice': 'خرج طردان: شطب البضاعة مرة أخرى',
  'exception.shipped_too_many.name': 'شُحن مع قطع نُقلت إلى مكان آخر',
  'exception.shipped_too_many.told': 'شُحن الطلب {order} بأكثر مما كان له هنا: {goods}.',
  'exception.shipped_too_many.meaning': 'طُلب من موقع آخر بعض القطع بينما كان هذا الفرع مقطوعًا، وخرج الطرد بها مع ذلك. هي خارج الدفاتر.',
  'exception.shipped_too_many.acknowledged': 'أخبرت الموقع الآخر أنه لا حاجة لإرسالها',
  'exception.shipped_too_many.goods_back': 'عادت البضاعة الزائدة إلى الفرع',
  'exception.picked_after_end.name': 'عُمل عليه بعد انتهاء الطلب',
  'exception.picked_after_end.told':
    'عُمل على الطلب {order}، لكنه كان {status, select, cancelled {قد أُلغي} expired {لم يُستلم في موعده} rejected \
{قد رُفض} other {قد انتهى}}.',
  'exception.picked_after_end.meaning': 'جُمعت بضاعة أو غُلّفت أو جُهّزت لطلب كان قد انتهى. هي في الدفاتر على الرف.',
  'exception.picked_after_end.put_back': 'عادت البضاعة إلى الرف',
  'exception.picked_after_end.goods_gone': 'لم تعد البضاعة هنا: شطبها من الدفاتر',
  'exception.picked_too_many.name': 'جُمع أكثر من المطلوب',
  'exception.picked_too_many.told':
    '{known, select, no {جُمع شيء للسطر {line} من الطلب {order}، وليس فيه سطر كهذا.} other {جُمع للسطر {line} من \
الطلب {order} أكثر مما يطلبه: {goods}.}}',
  'exception.picked_too_many.meaning': 'جُمعت قطع أكثر مما يطلبه الطلب. القطع الزائدة في الدفاتر على الرف.',
  'exception.picked_too_many.put_back': 'عادت البضاعة الزائدة إلى الرف',
  'exception.picked_too_many.goods_gone': 'البضاعة الزائدة ليست هنا ولم تخرج مع الطلب: شطبها من الدفاتر',
  'exception.picked_by_two.name': 'جمعه اثنان',
  'exception.picked_by_two.told': 'جمع {picker} للطلب {order} ما يلي: {goods}، والطلب عند {other}. على {picker} إعادة البضاعة.',
  'exception.picked_by_two.meaning': 'عمل اثنان على طلب واحد ولم يعلم أحدهما بالآخر. يبقى الطلب عند الآخر. البضاعة في الدفاتر على الرف.',
  'exception.picked_by_two.put_back': 'عادت البضاعة إلى الرف',
  'exception.picked_by_two.goods_gone': 'البضاعة ليست هنا ولم تخرج مع الطلب: شطبها من الدفاتر',
  'exception.returned_more_than_bought.name': 'أُرجع أكثر مما اشتُري',
  'exception.returned_more_than_bought.told':
    '{on, select, order {بهذا المرتجع عاد من الطلب {number} أكثر مما سُلّم.} refund {بهذا المرتجع رُدّ عن الإيصال \
{number} أكثر مما دُفع.} tender {بهذا المرتجع رُدّ إلى بطاقة أو حساب أكثر مما دُفع به على الإيصال {number}.} \
other {بهذا المرتجع عاد بالإيصال \
{number} أكثر مما اشتُري.}}',
  'exception.returned_more_than_bought.meaning':
    'عاد أكثر مما اشتُري، أو رُدّ أكثر مما دُفع. ربما قبل فرعان مرتجعات من بيع واحد دون أن يرى أحدهما الآخر.',
  'exception.returned_more_than_bought.accept_loss': 'قبول الخسارة: عادت البضاعة وذهب المال',
  'exception.returned_more_than_bought.paid_back': 'أعاد العميل المبلغ المسترد: اذكر في الملاحظة أين المال',
  'exception.returned_more_than_bought.entered_twice': 'سُجل مرتجع مرتين: شطب بضاعته من الدفاتر',
  'exception.unknown_fulfillment_order.name': 'طلب ليس لدى هذا الفرع',
  'exception.unknown_fulfillment_order.told': 'سجل صندوق عملية ({what}) للطلب {number}، وهو ليس لدى هذا الفرع.',
  'exception.unknown_fulfillment_order.meaning': 'سُجل عمل على طلب لم يُعطَ لهذا الفرع قط. لم تتغير الدفاتر بذلك.',
  'exception.unknown_fulfillment_order.looked_up': 'رُوجع الطلب مع الإدارة: لا شيء للتصحيح',
  'exception.unknown_fulfillment_order.goods_gone': 'خرجت به بضاعة من الفرع: شطبها من الدفاتر',
  'exception.unknown_receipt.name': 'مرتجع بإيصال مجهول',
  'exception.unknown_receipt.told': 'أُرجعت بضاعة بالإيصال {receipt} الذي لا يعرفه أحد.',
  'exception.unknown_receipt.meaning': 'قُبلت بضاعة مرتجعة بإيصال لا يعرفه أحد. ما أُعيد إلى الرف مقيد في الدفاتر.',
  'exception.unknown_receipt.looked_up': 'رُوجع الإيصال مع الإدارة: لا شيء للتصحيح',
  'exception.unknown_receipt.accept_loss': 'لا أحد يعرف الإيصال: قبول الخسارة',
  'exception.unknown_receipt.not_returned': 'البضاعة ليست هنا: شطبها من الدفاتر',
  'exception.unknown_sku.name': 'بيع منتج مجهول',
  'exception.unknown_sku.told': 'بيع بالإيصال {receipt} المنتج {sku}، وهو ليس في الكتالوج. حتى الآن: {goods}.',
  'exception.unknown_sku.meaning': 'بيع شيء ليس في الكتالوج. نزل مخزونه تحت الصفر.',
  'exception.unknown_sku.catalog_added': 'المنتج في الكتالوج الآن: لا شيء للتصحيح',
  'exception.unknown_sku.other_product': 'كان المقصود منتجًا آخر: تصحيح مخزونه بدلًا منه',
  'exception.pickup_moved.name': 'نُقل الاستلام إلى فرع آخر',
  'exception.pickup_moved.told': 'يستلم عميل الطلب {order} طلبه من {store}.',
  'exception.pickup_moved.meaning': 'اختار العميل فرعًا آخر قبل أن يبدأ أحد بالتجميع. البضاعة هنا متاحة لغيره من جديد.',
  'exception.pickup_moved.acknowledged': 'مفهوم: لا شيء يُفعل هنا',
  'exception.promise_moved.name': 'نُقل الحجز إلى مكان آخر',
  'exception.promise_moved.told':
    'بيعت أو أُزيلت بضاعة محجوزة للطلب {order}: {goods}. {method, select, pickup {ينتظر الطلب حتى تتوفر البضاعة في \
هذا الفرع.} other {تُطلب من موقع آخر.}}',
  'exception.promise_moved.meaning':
    'بيعت أو أُزيلت بضاعة محجوزة لطلب إنترنت. طلب الشحن يُرسل من موقع آخر؛ وطلب الاستلام ينتظر حتى تتوفر \
البضاعة في هذا الفرع.',
  'exception.promise_moved.acknowledged': 'مفهوم: لا شيء لفعله هنا',
  'exception.returned_other_goods.name': 'أُرجعت بضاعة غير التي اشتُريت',
  'exception.returned_other_goods.told': 'السطر {line} من {number} هو {bought}، لكن أُرجع به {returned}.',
  'exception.returned_other_goods.meaning':
    'يذكر المرتجع منتجًا غير سطر الإيصال الذي يُسترد. ما أُعيد إلى الرف مقيد تحت المنتج المذكور في \
المرتجع.',
  'exception.returned_other_goods.acknowledged': 'ما عاد هو ما يقوله المرتجع: لا شيء للتصحيح',
  'exception.returned_other_goods.other_product': 'عاد منتج آخر: تصحيح مخزونه بدلًا منه',
  'exception.returned_other_goods.not_returned': 'البضاعة ليست هنا: شطبها من الدفاتر',
  'exception.cash_not_in_drawer.name': 'نقد لا يعدّه أي درج',
  'exception.cash_not_in_drawer.told':
    '{receipt, select, none {تذكر حركة نقد} other {يذكر الإيصال {receipt}}} \
{shift, select, unknown {وردية غير معروفة هنا. إن كان فتحها في الحجر، يُعدّ النقد حين \
يُنفّذ} other_register {وردية صندوق آخر} closed {وردية كانت قد أُغلقت} other {وردية فيها نقد أكثر مما يمكن \
عدّه}}. لا يعدّ أي درج نقده ولا نقد ما قبله.',
  'exception.cash_not_in_drawer.meaning':
    'قبض صندوق نقدًا أو دفعه في وردية ليست له أو مغلقة أو مجهولة. المبيعات والمرتجعات قائمة؛ والنقد ليس \
في أي درج حسب الدفاتر.',
  'exception.cash_not_in_drawer.looked_up': 'وُجد النقد: اذكر في الملاحظة في أي درج عُدّ',
  'exception.cash_not_in_drawer.accept_loss': 'لم يوجد النقد: قبول الفرق',
  'exception.card_not_covered.name': 'دفع ببطاقة لا يغطي بيعه',
  'exception.card_not_covered.told':
    'يذكر الإيصال {receipt} الدفع بالبطاقة {payment}، {trouble, select, unknown {وهو غير معروف هنا} not_approved {ولم يوافق \
عليه الجهاز} other_amount {ووافق الجهاز على مبلغ آخر} other {وقد قيّده إيصال آخر}}.',
  'exception.card_not_covered.meaning': 'البيع قائم والبضاعة خرجت. ليس مؤكدًا أن المال خُصم: كشف الجهاز يبيّن ذلك.',
  'exception.card_not_covered.looked_up': 'المال في كشف الجهاز: اذكر في الملاحظة أين',
  'exception.card_not_covered.paid_again': 'دفع العميل بطريقة أخرى: اذكر في الملاحظة كيف',
  'exception.card_not_covered.accept_loss': 'لم يُخصم المال: قبول الخسارة',
  'exception.card_money_doubtful.name': 'رد مال إلى بطاقة بقول شخص',
  'exception.card_money_doubtful.told':
    '{terminal, select, silent {لم يجب الجهاز، وقرأ شخص على قسيمته ما آل إليه الدفع بالبطاقة {payment}: {money, select, went_back {عاد \
المال} other {لم يعد المال}}.} other {يقول الجهاز الآن عن الدفع بالبطاقة {payment}: {money, select, went_back {عاد المال} other {لم يعد \
المال}}. وكان شخص قد قال العكس.}}',
  'exception.card_money_doubtful.meaning': 'الحسابات تأخذ بما قيل هنا. كشف الجهاز يبيّن هل هو صحيح.',
  'exception.card_money_doubtful.looked_up': 'كشف الجهاز يقول الشيء نفسه: اذكر في الملاحظة أين',
  'exception.card_money_doubtful.paid_back': 'لم يصل المال إلى العميل وأخذه بطريقة أخرى: اذكر في الملاحظة كيف',
  'exception.card_money_doubtful.paid_again': 'أخذ العميل المال مرتين ودفعه من جديد: اذكر في الملاحظة كيف',
  'exception.card_money_doubtful.accept_loss': 'أخذ العميل المال مرتين: قبول الخسارة',
  'exception.stored_value_not_covered.name': 'بطاقة هدية أو رصيد لا يغطي ما دُفع به',
  'exception.stored_value_not_covered.told':
    'الإيصال {receipt} يخصم مالًا من {card}، {trouble, select, unknown {ولم يصدرها أحد} balance {وكان \
فيها أقل} blocked {وهي محظورة} other {وهي بعملة أخرى}}.',
  'exception.stored_value_not_covered.meaning': 'البيع قائم والبضاعة خرجت. ربما استُخدمت البطاقة نفسها في صندوقين بلا اتصال.',
  'exception.stored_value_not_covered.looked_up': 'البطاقة صدرت وكان فيها المال: اذكر في الملاحظة أين',
  'exception.stored_value_not_covered.paid_again': 'دفع العميل الباقي بطريقة أخرى: اذكر في الملاحظة كيف',
  'exception.stored_value_not_covered.accept_loss': 'المال ناقص: قبول الخسارة',
  'exception.account_not_covered.name': 'حساب لا يغطي ما اشتُري عليه',
  'exception.account_not_covered.told':
    'وُضع الإيصال {receipt} على حساب عميله، {trouble, select, unknown {ولا حساب له} \
balance {وهو الآن فوق حده} blocked {وهو محظور} other {وهو بعملة أخرى}}.',
  'exception.account_not_covered.meaning': 'البيع قائم والعميل مدين بالمال. ربما تجاوز صندوقان بلا اتصال الحد معًا.',
  'exception.account_not_covered.acknowledged': 'العميل موثوق: لا شيء آخر يُفعل',
  'exception.account_not_covered.paid_again': 'دفعه العميل: اذكر في الملاحظة كيف',
  'exception.account_not_covered.looked_up': 'اتُفق مع العميل: اذكر في الملاحظة على ماذا',
  'exception.points_not_covered.name': 'نقاط استُخدمت أكثر من مرة',
  'exception.points_not_covered.told':
    'استخدم الإيصال {receipt} نقاط عميله، و{points} منها {trouble, \
select, unknown {لم تُكسب قط} blocked {محظورة} other {استُخدمت من قبل}}.',
  'exception.points_not_covered.meaning': 'البيع قائم. ربما استُخدمت النقاط نفسها في صندوقين بلا اتصال.',
  'exception.points_not_covered.acknowledged': 'سيكسبها العميل ثانية: لا شيء آخر يُفعل',
  'exception.points_not_covered.paid_again': 'دفعه العميل: اذكر في الملاحظة كيف',
  'exception.points_not_covered.accept_loss': 'النقاط هدية: قبول الخسارة',
  'exception.coupon_used_too_often.name': 'قسيمة أو عرض استُخدم أكثر من المسموح',
  'exception.coupon_used_too_often.told':
    'استخدم الإيصال {receipt} العرض {promotion} عبر {by, select, customer {عميله} amount {عميله} other {القسيمة}} {coupon}. \
{by, select, amount {كان الخصم أكثر مما يُسمح به للعميل.} other {كان الاستخدام رقم {uses}، والمسموح {most}.}}',
  'exception.coupon_used_too_often.meaning': 'البيع قائم بالسعر الأقل. ربما استُخدم ذلك في صندوقين بلا اتصال.',
  'exception.coupon_used_too_often.paid_again': 'دفع العميل الفرق: اذكر في الملاحظة كيف',
  'exception.coupon_used_too_often.acknowledged': 'سُمح للعميل باستخدامها مرة أخرى',
  'exception.coupon_used_too_often.accept_loss': 'قبول الخسارة',
  'exception.other_currency.name': 'نقد بعملة أخرى',
  'exception.other_currency.told': 'الإيصال {receipt} بعملة {currency}، لكن درجه فُتح بعملة {drawer}. يُعدّ النقد على حدة.',
  'exception.other_currency.meaning': 'قبض صندوق نقدًا أو دفعه بعملة غير عملة درجه. تُعدّ كل عملة على حدة.',
  'exception.other_currency.acknowledged': 'النقد في الدرج بتلك العملة',
  'exception.other_currency.looked_up': 'كانت العملة خاطئة: اذكر في الملاحظة ما صُحح',
  'exception.shift_not_closed.name': 'عدّ لم يغلق وردية',
  'exception.shift_not_closed.told':
    'عدّ صندوق وأغلق {shift, select, other_register {وردية صندوق آخر} closed {وردية كانت قد أُغلقت} other {وردية غير \
معروفة هنا}}. لم يغيّر العدّ شيئًا.',
  'exception.shift_not_closed.meaning': 'عدّ صندوق درجًا وأغلق وردية ليست له أو أُغلقت من قبل أو مجهولة. لم تتغير أي وردية بذلك.',
  'exception.shift_not_closed.looked_up': 'تبيّن أي درج عُدّ: لا شيء للتصحيح',
  'exception.unknown_associate.name': 'عمل شخص مجهول',
  'exception.unknown_associate.told': 'سجل صندوق عملية ({what}) باسم {associate} الذي لا يعرفه أحد.',
  'exception.unknown_associate.meaning': 'سجل صندوق عملًا باسم موظف لا يعرفه أحد. ما أُنجز قائم.',
  'exception.unknown_associate.looked_up': 'تبيّن من فعل ذلك: اذكره في الملاحظة',
  'exception.not_allowed.name': 'نُفّذ دون صلاحية',
  'exception.not_allowed.told':
    '{signedIn, select, no {سجل صندوق عملية ({what}) ولم يكن أحد مسجلًا دخوله.} other {سجل {associate} عملية \
({what}) لا يسمح بها الدور {role}، أو لا يسمح بها دون زميل.}}',
  'exception.not_allowed.meaning': 'سجل صندوق شيئًا لا يسمح به دور موظفه، أو لا يسمح به دون زميل. ما أُنجز قائم.',
  'exception.not_allowed.acknowledged': 'كان ذلك صحيحًا: لا شيء للتصحيح',
  'exception.not_allowed.looked_up': 'تبيّن ما حدث: اذكره في الملاحظة',
  'exception.approved_by_badge.name': 'موافقة ببطاقة وظيفية',
  'exception.approved_by_badge.told': 'وافق {associate} على عملية ({what}) ببطاقة وظيفية. في هذا الفرع لا تكون الموافقة إلا بالرقم السري.',
  'exception.approved_by_badge.meaning':
    'وافق أحدهم على شيء ببطاقة وظيفية حيث لا تكفي البطاقات للموافقة. قد تكون البطاقة مفقودة أو معارة. ما أُنجز قائم.',
  'exception.approved_by_badge.acknowledged': 'وافق الزميل فعلًا: لا شيء للتصحيح',
  'exception.approved_by_badge.looked_up': 'تبيّن ما حدث: اذكره في الملاحظة',
  'exception.empties_off_catalog.name': 'فوارغ صُرفت بقيمة مختلفة',
  'exception.empties_off_catalog.told': 'صرف الإيصال {receipt} مبلغ {paid} مقابل فوارغ. قيمتها حسب الكتالوج {due}.',
  'exception.empties_off_catalog.meaning':
    'صرف صندوق مقابل فوارغ مبلغًا غير ما في الكتالوج. ربما تغيّر التأمين والصندوق دون اتصال. المبلغ يبقى مصروفًا.',
  'exception.empties_off_catalog.acknowledged': 'تغيّر التأمين منذ ذلك: لا شيء للتصحيح',
  'exception.empties_off_catalog.accept_loss': 'الفرق خسارة',
  'exception.empties_off_catalog.looked_up': 'تبيّن ما حدث: اذكره في الملاحظة',
  'exception.no_receipt_off_policy.name': 'مخالف لقاعدة الإرجاع دون إيصال',
  'exception.no_receipt_off_policy.told':
    'منح الإيصال {receipt} رصيد متجر بقيمة {paid} دون إيصال شراء. {trouble, select, not_offered {هذا الفرع لا يقدم ذلك.} customer {كان \
يجب معرفة العميل.} document {كان يجب عرض وثيقة.} return_limit {أقصى ما يُعطى لإرجاع واحد {most}.} customer_returns {لم يبقَ للعميل إرجاع \
كهذا.} customer_limit {بقي للعميل {most}.} other {حسب أدنى الأسعار الأخيرة القيمة {most}.}}',
  'exception.no_receipt_off_policy.meaning':
    'استلم صندوق بضاعة دون إيصال خلافًا للقاعدة. ربما كان دون اتصال بينما خدم صندوق آخر العميل نفسه، أو تغيّر سعر. الرصيد يبقى ممنوحًا.',
  'exception.no_receipt_off_policy.acknowledged': 'كان ذلك صحيحًا: لا شيء للتصحيح',
  'exception.no_receipt_off_policy.accept_loss': 'الفرق خسارة',
  'exception.no_receipt_off_policy.looked_up': 'تبيّن ما حدث: اذكره في الملاحظة',
  'exception.business_date_off.name': 'يوم عمل غير ممكن',
  'exception.business_date_off.told': 'سجل صندوق عملية ({what}) بيوم العمل {date}. اليوم لدى الخادم {today}.',
  'exception.business_date_off.meaning': 'يعمل صندوق بتاريخ قبل سنوات أو في المستقبل: ساعته خاطئة. ما أُنجز قائم بذلك التاريخ.',
  'exception.business_date_off.acknowledged': 'ساعة الصندوق صحيحة الآن',
  'exception.business_date_off.looked_up': 'تبيّن ما حدث: اذكره في الملاحظة',
  'exception.count_wanted.name': 'بضاعة يجب عدّها',
  'exception.count_wanted.told':
    'رُفض الطلب {order}: {reason, select, out_of_stock {نفد من المخزون} damaged {تالف} other {غير موجود}}. عُدّ كم \
يوجد هنا من {sku}.',
  'exception.count_wanted.meaning': 'رُفض طلب لأن البضاعة لم تكن موجودة. إلى أن تُعدّ لا يُعطى هذا الفرع طلب إنترنت لها.',
  'exception.count_wanted.count_agrees': 'عددتها: الموجود مطابق للدفاتر',
  'exception.count_wanted.count_fewer': 'عددتها: الموجود أقل. شطب الفرق من الدفاتر',
  'exception.count_wanted.count_more': 'عددتها: الموجود أكثر. قيد الفرق في الدفاتر',
  'exception.order_not_placed.name': 'طلب في بيع لم يُسجَّل لدى المخزون',
  'exception.order_not_placed.told':
    'لم يُسجَّل الطلب {order} من الإيصال {receipt}: {trouble, select, unknown_sku {صنف غير موجود في الكتالوج} unknown_store {الفرع \
مغلق أو غير معروف} customer_erased {حُذف العميل} other {الطلب موجود من قبل}}. البضائع: {goods}. المدفوع: {amount}.',
  'exception.order_not_placed.meaning': 'دفع العميل ثمن بضائع لن يرسلها أحد. أعد المال بإرجاع على الإيصال، أو اطلب البضائع بطريقة أخرى.',
  'exception.order_not_placed.paid_back': 'استعاد العميل المال: اذكر في الملاحظة كيف',
  'exception.order_not_placed.looked_up': 'طُلبت البضائع بطريقة أخرى: اذكر ذلك في الملاحظة',
  'exception.order_waits.name': 'بضائع مطلوبة ليست في أي فرع',
  'exception.order_waits.told': 'للطلب {order} من الإيصال {receipt} لا يملك أي فرع {goods}. دُفع ثمنه {amount}.',
  'exception.order_waits.meaning': 'تُرسل البضائع متى توفرت في فرع. اسأل العميل: ينتظر، أو يستعيد المال بإرجاع على الإيصال.',
  'exception.order_waits.acknowledged': 'العميل ينتظر',
  'exception.order_waits.paid_back': 'استعاد العميل المال: اذكر في الملاحظة كيف',
  'exception.rules_ask_nobody.name': 'طلب لا تسأل القواعد أحدًا عنه',
  'exception.rules_ask_nobody.told':
    '{goods} من الطلب {order} متوفرة، لكن {why, select, no_rule {لا تناسبه أي قاعدة من قواعد توزيع الطلبات} other \
{القواعد التي تناسبه لا تسأل أحدًا لديه البضائع}} (الإصدار {version}).',
  'exception.rules_ask_nobody.meaning': 'الطلب ينتظر ومعه العميل. اطلب من الإدارة تغيير قواعد توزيع الطلبات، فيُرسل بعدها تلقائيًا.',
  'exception.rules_ask_nobody.acknowledged': 'الإدارة تعلم',
  'exception.rules_ask_nobody.paid_back': 'استعاد العميل المال: اذكر في الملاحظة كيف',
  'exception.refunded_after_departure.name': 'مال أُعيد عن بضائع كانت قد خرجت',
  'exception.refunded_after_departure.told': 'على الإيصال {receipt} أُعيد {amount} عن الطلب {order}، لكن {goods} كانت قد خرجت.',
  'exception.refunded_after_departure.meaning': 'لدى العميل المال وستصله البضائع. أرسلها فرع أو سلّمها في هذه الأثناء.',
  'exception.refunded_after_departure.paid_again': 'دفع العميل ثانية أو أعاد البضائع: اذكر في الملاحظة كيف',
  'exception.refunded_after_departure.looked_up': 'تبيّن أن البضائع لم تخرج: اذكر ذلك في الملاحظة',
  'exception.refunded_after_departure.accept_loss': 'قبول الخسارة',
};
