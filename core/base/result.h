// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace boxwright {

/// Why something that can fail in use did fail.
/// `message` is one whole translated sentence for the person: it names the file, the element and the value
/// ("cat.json: boxes[3] has width 0"). `detail` is for the log: what a library said, a path, an errno.
struct Error
{
    QString message;
    QString detail;
};

/// A value or an Error. Every function that can fail on files, images or user input returns one.
template<class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> &&other)
        : tl::expected<T, Error>(std::move(other))
    {
    }
};

[[nodiscard]] inline tl::unexpected<Error> failure(QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{std::move(message), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace boxwright
