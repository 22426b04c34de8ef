use super::visitor::*;
use e2e::trouble::Outcome;
#[tokio::test]
async fn scratch() -> Outcome {
    let (_site, phone) = at_the_form().await?;
    for name in ["Lin", "林知夏", "Lin", ] {
    phone.type_into("访客姓名", name).await?;
    println!("name {:?}", phone.value_of("访客姓名").await?);
    phone.type_into("手机号码", "13912345678").await?;
    println!("phone {:?}", phone.value_of("手机号码").await?);
    println!("name {:?}", phone.value_of("访客姓名").await?);
    println!("focus {:?} {:?}", phone.focus_is_on("手机号码").await.is_ok(), phone.value_of("手机号码").await?);
    phone.type_into("来访单位", "ABC").await?;
    println!("unit {:?}", phone.value_of("来访单位").await?);
    phone.type_into("手机号码", "12").await?;
    println!("phone {:?}", phone.value_of("手机号码").await?);
    }
    phone.screenshot("scratch").await?;
    println!("{:?}", phone.put_away().await);
    Ok(())
}
