//! Lines that a mailer broke, joined again.

use corroborate_article::Role;
use corroborate_parse::parse;

#[test]
fn lines_that_are_not_filled_to_the_margin() {
    let text = "Cable car stops above the lake\n\n\
        SUNDVIK, May 9 (ABC) - The cable car above the lake stopped on Tuesday morning,\n\
        and eleven skiers had to wait for four hours until a crew from the valley came\n\
        up with ropes and a winch.\n\n\
        The operator, which is owned by the county, had replaced one of its four ropes\n\
        last year. Its director, Ana Berglund, said that the old one would be kept in a\n\
        shed for now, and that nobody had asked for it.\n\n\
        Engineers are to inspect each of the pylons, from the valley to the pass,\n\
        in June. The county pays for it, and for the new ropes.\n";
    let article = parse(text.to_owned());
    let whole = "to the pass,\nin June. The county pays";
    let joined = article
        .blocks
        .iter()
        .any(|block| block.role == Role::Paragraph && block.content.of(&article.text).contains(whole));
    assert!(joined, "{:#?}", article.blocks);
}
