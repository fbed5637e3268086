//! Coming in: what a stranger learns by trying logins and passwords, which is nothing.

use desk::Login;
use testkit::Post;

#[test]
fn a_login_that_nobody_has_waits_like_one_that_exists() {
    let post = Post::founded(1);
    post.desk.set_password(&post.keeper, "a right and long password").unwrap_or_else(|error| panic!("{error}"));
    let tried = |login: &str| match post.desk.log_in(&Login { login, password: "a wrong one" }) {
        Ok(_) => panic!("{login} came in with a wrong password"),
        Err(error) => error.to_string(),
    };
    let mut waited = false;
    for round in 0..9 {
        let (known, unknown) = (tried("keeper"), tried("nobody-at-all"));
        assert_eq!(known, unknown, "round {round}");
        waited |= known.contains("wait");
    }
    assert!(waited, "nobody ever had to wait");
    let right = post.desk.log_in(&Login { login: "keeper", password: "a right and long password" });
    assert!(right.is_err_and(|error| error.to_string().contains("wait")), "the right password jumped the wait");
}
