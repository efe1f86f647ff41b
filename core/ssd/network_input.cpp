// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/network_input.h"

#include <QImage>

#include <opencv2/imgproc.hpp>

namespace boxwright::ssd {

torch::Tensor networkInput(const QImage &image, int side, const Preprocessing &preprocessing)
{
    // OpenCV has no read-only matrix; nothing writes through this one.
    const cv::Mat pixels(image.height(), image.width(), CV_8UC3, const_cast<uchar *>(image.constBits()),
                         size_t(image.bytesPerLine()));
    cv::Mat square;
    cv::resize(pixels, square, cv::Size(side, side), 0, 0, cv::INTER_LINEAR);
    torch::Tensor input = torch::empty({1, side, side, 3}); // channels-last memory
    float *out = input.data_ptr<float>();
    for (int y = 0; y < side; ++y) {
        const uchar *row = square.ptr<uchar>(y);
        for (int x = 0; x < side; ++x)
            for (size_t c = 0; c < 3; ++c)
                *out++ = (float(*row++) - preprocessing.mean[c]) / preprocessing.deviation[c];
    }
    return input.permute({0, 3, 1, 2}); // (1, 3, side, side)
}

} // namespace boxwright::ssd
