### Rooms that are suggested, and what speaks for each.

finding-suggested = रूम, जिनमें आप शामिल हो सकते हैं
finding-known =
    { $count ->
        [one] जिनसे आपकी बात होती है, उनमें से { $count } व्यक्ति यहाँ है
       *[other] जिनसे आपकी बात होती है, उनमें से { $count } लोग यहाँ हैं
    }
finding-talking =
    { $count ->
        [one] इस हफ़्ते यहाँ { $count } व्यक्ति ने बात की
       *[other] इस हफ़्ते यहाँ { $count } लोगों ने बात की
    }
finding-new =
    { $count ->
        [one] नया, { $count } सदस्य
       *[other] नया, { $count } सदस्य
    }
