// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/box.h"

#include <QByteArray>
#include <QSize>

#include <vector>

namespace boxwright {

/// A box that an endpoint found.
struct ResponseBox
{
    int classId = 0; ///< from 0
    double score = 0;
    Box box; ///< see EndpointResponse::isRelative

    bool operator==(const ResponseBox &) const = default;
};

/// What an endpoint or a batch transform answered for one image (facts 1.10). A plain value.
struct EndpointResponse
{
    bool isRelative = true; ///< boxes are fractions of the image, 0..1; else pixels
    QSize size;             ///< of the image as the answer says; invalid where it does not
    std::vector<ResponseBox> boxes;
};

/// Reads {"prediction": [[class, score, xmin, ymin, xmax, ymax], ...]} or, asked for as application/json;annotation=1,
/// {"image_size": [...], "annotations": [{class_id, score, left, top, width, height}, ...]}. Messages are parts of a
/// sentence that names the element and its value, for the caller to complete with the file. Rows of class -1, which NMS
/// has taken out, are left out.
Result<EndpointResponse> parseEndpointResponse(const QByteArray &json);

} // namespace boxwright
