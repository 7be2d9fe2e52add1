import type { refusals as english } from '../en/refusals.ts';
import type { Translated } from '../message.ts';

export const refusals: Translated<typeof english> = {
  'refusal.void_too_late': 'عُدّ درج هذا البيع. استرده على أنه إرجاع.',
  'refusal.shift_went_on': 'سُجّل شيء بعد إعداد التقرير. راجعه من جديد.',
  'refusal.difference_needs_reason': 'الفرق يحتاج إلى سبب.',
  'refusal.left_more_than_counted': 'لا يمكن أن يبقى في الدرج أكثر مما عُدّ.',
  'refusal.no_open_shift': 'افتح الوردية أولًا: عُدّ الرصيد الافتتاحي في الدرج وأدخله.',
  'refusal.shift_already_open': 'وردية هذا الصندوق مفتوحة بالفعل.',
  'refusal.empty_sale': 'لا يوجد شيء في هذا البيع بعد. امسح صنفًا أولًا.',
  'refusal.card_payment_unknown': 'الدفع ببطاقة لهذا البيع غير معروف في هذا المتجر. رُدّ المال بطريقة أخرى.',
  'refusal.card_payment_open': 'ما زال دفع ببطاقة مفتوحًا. انتظر حتى يخبر الجهاز بما آل إليه، أو اتركه مفتوحًا.',
  'refusal.tender_too_small': 'المبلغ المدفوع لا يغطي الإجمالي.',
  'refusal.tender_too_large': 'تدفع وسائل الدفع الأخرى أكثر من الإجمالي. أرجِع إحداها.',
  'refusal.stored_value_unknown': 'لم يصدر أحد بطاقة هدية أو رصيد متجر بهذا الرقم. تحقق من الرقم.',
  'refusal.stored_value_is_blocked': 'هذه البطاقة محظورة. اسأل المكتب الرئيسي عن السبب.',
  'refusal.stored_value_other_currency': 'هذه البطاقة بعملة أخرى.',
  'refusal.stored_value_empty': 'لم يبق مال في هذه البطاقة.',
  'refusal.stored_value_offline': 'بلا اتصال لا يمكن خصم المزيد من هذه البطاقة. ادفع بطريقة أخرى، أو حاول ثانية عند عودة الاتصال.',
  'refusal.gift_card_used': 'أُنفق مال من بطاقة الهدية هذه، فلا يمكن إرجاعها.',
  'refusal.account_missing': 'لا حساب لهذا العميل. يفتحه المكتب الرئيسي.',
  'refusal.account_is_blocked': 'هذا الحساب محظور. اسأل المكتب الرئيسي عن السبب.',
  'refusal.account_other_currency': 'هذا الحساب بعملة أخرى.',
  'refusal.account_limit_reached': 'هذا يتجاوز حد الحساب. ادفع الباقي بطريقة أخرى.',
  'refusal.account_offline': 'بلا اتصال لا يمكن شراء المزيد على هذا الحساب. ادفع بطريقة أخرى، أو حاول ثانية عند عودة الاتصال.',
  'refusal.card_number_not_valid': 'رقم البطاقة من 8 إلى 24 رقمًا.',
  'refusal.amount_not_valid': 'هذا ليس مبلغًا. أدخله بالأرقام، مثل 12.50.',
  'refusal.amount_too_large': 'هذا المبلغ أكبر من أن يكون صحيحًا. راجع الأرقام.',
  'refusal.unknown_item': 'هذا الصنف غير موجود في الكتالوج.',
  'refusal.wrong_item': 'هذا ليس الصنف المطلوب. أعده إلى مكانه وامسح الصحيح.',
  'refusal.already_picked': 'جُمعت كل قطع هذا الصنف بالفعل.',
  'refusal.nothing_to_pick': 'لا شيء للتجميع هنا.',
  'refusal.order_has_ended': 'انتهى هذا الطلب. لا يمكن فعل شيء آخر به في هذا الفرع.',
  'refusal.not_fully_picked': 'لم يُجمع كل ما في هذا الطلب بعد.',
  'refusal.not_packed': 'غلّف هذا الطلب أولًا.',
  'refusal.not_ready': 'هذا الطلب ليس جاهزًا للاستلام بعد.',
  'refusal.wrong_pickup_code': 'هذا ليس رمز استلام هذا الطلب. اطلب من العميل الرمز الوارد في رسالته.',
  'refusal.nothing_to_put_back': 'لم يبق شيء من هذا الطلب لإعادته إلى مكانه.',
  'refusal.staging_location_missing': 'اختر مكان التجهيز الذي سينتظر فيه الطلب.',
  'refusal.tracking_number_missing': 'أدخل رقم التتبع من ملصق شركة الشحن.',
  'refusal.quantity_not_valid': 'أدخل الكمية بقطع كاملة.',
  'refusal.nothing_to_return': 'اختر صنفًا واحدًا على الأقل لإرجاعه.',
  'refusal.more_than_was_bought': 'هذا أكثر مما اشتُري ولم يُرجَع بعد.',
  'refusal.exception_is_resolved': 'سوّى شخص ما هذا بالفعل.',
  'refusal.choice_not_valid': 'لا يمكن اختيار ذلك لهذا التعارض.',
  'refusal.sku_missing': 'امسح المنتج أو أدخله.',
  'refusal.held_sale_gone': 'أكمل صندوق آخر هذا البيع.',
  'refusal.note_missing': 'اكتب ما تبيّن.',
  'refusal.not_allowed': 'دورك لا يسمح بذلك. اطلب من مدير أن يقوم به.',
  'refusal.needs_approval': 'يجب أن يوافق زميل على ذلك، لذا لم يُنفَّذ بعد.',
  'refusal.register_stopped': 'أُوقف هذا الصندوق، فلا يمكن تسجيل شيء عليه. استخدم صندوقًا آخر واتصل بالدعم الفني.',
  'refusal.journal_incomplete':
    'فقد هذا الصندوق جزءًا من سجلاته، فلا يمكن تسجيل شيء عليه بعد. صِله بالشبكة: سيجلب ما ينقص من الخادم تلقائيًا. استخدم \
صندوقًا آخر حتى ذلك الحين.',
  'refusal.journal_lost':
    'فقد هذا الصندوق سجلات لا يمكن استعادتها، فلا يمكن تسجيل شيء عليه. استخدم صندوقًا آخر، وأعد إعداد هذا كصندوق جديد من \
شاشة «المزامنة».',
  'refusal.storage_full':
    'هذا الجهاز ممتلئ، لذلك لم تُنفَّذ العملية. أفرغ بعض المساحة، مثلًا بحذف التنزيلات أو إفراغ سلة المهملات، ثم أعدها. \
لا حاجة إلى إعادة تشغيل التطبيق.',
  'refusal.storage_failed':
    'تعذّر على هذا الجهاز الحفظ، لذلك لم تُنفَّذ العملية. حاول من جديد. إذا تكرر ذلك فأغلق التطبيق وافتحه من جديد واتصل \
بالدعم الفني.',
  'refusal.order_without_customer': 'في هذا البيع بضائع مطلوبة. اختر أولًا العميل الذي يستلمها.',
  'refusal.order_state_unknown': 'هذه البضائع مطلوبة. الخادم وحده يعرف هل هي في الطريق: أعد المحاولة عند الاتصال.',
  'refusal.not_recordable': 'حدث خطأ في التطبيق، لذلك لم تُنفَّذ العملية. جرّب طريقة أخرى، على أجزاء أصغر مثلًا، واتصل بالدعم الفني.',
};
