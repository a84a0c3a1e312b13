### Rooms that are suggested, and what speaks for each.

finding-suggested = غرف يمكنك الانضمام إليها
finding-known =
    { $count ->
        [zero] لا أحد ممن تتحدث معهم هنا
        [one] شخص واحد تتحدث معه هنا
        [two] شخصان تتحدث معهما هنا
        [few] { $count } أشخاص تتحدث معهم هنا
        [many] { $count } شخصًا تتحدث معهم هنا
       *[other] { $count } شخص تتحدث معهم هنا
    }
finding-talking =
    { $count ->
        [zero] لم يتحدث أحد هنا هذا الأسبوع
        [one] تحدّث شخص واحد هنا هذا الأسبوع
        [two] تحدّث شخصان هنا هذا الأسبوع
        [few] تحدّث { $count } أشخاص هنا هذا الأسبوع
        [many] تحدّث { $count } شخصًا هنا هذا الأسبوع
       *[other] تحدّث { $count } شخص هنا هذا الأسبوع
    }
finding-new =
    { $count ->
        [zero] جديدة، بلا أعضاء
        [one] جديدة، فيها عضو واحد
        [two] جديدة، فيها عضوان
        [few] جديدة، فيها { $count } أعضاء
        [many] جديدة، فيها { $count } عضوًا
       *[other] جديدة، فيها { $count } عضو
    }
