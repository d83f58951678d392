//! Tables of Arrow and Parquet, in a program that was built with Arrow.

#[cfg(feature = "arrow")]
mod arrow;
#[cfg(not(feature = "arrow"))]
mod without_arrow;

#[cfg(feature = "arrow")]
pub(crate) use arrow::Tables;
#[cfg(not(feature = "arrow"))]
pub(crate) use without_arrow::Tables;
